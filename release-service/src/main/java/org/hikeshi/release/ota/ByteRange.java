package org.hikeshi.release.ota;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes of a file are asked for (RFC 9110 §14.1.2): one range of the unit bytes. Everything
 * that is no single well-formed byte range is answered with the whole file, as the RFC allows.
 */
public sealed interface ByteRange {

    Pattern ONE_RANGE =
            Pattern.compile("(?i)\\s*bytes\\s*=\\s*(\\d{0,19})\\s*-\\s*(\\d{0,19})\\s*");

    /** All of it: status 200. */
    record Whole() implements ByteRange {}

    /**
     * A part: status 206.
     *
     * @param first position of the first byte, from 0
     * @param last position of the last byte, inclusive
     */
    record Part(long first, long last) implements ByteRange {
        public long length() {
            return last - first + 1;
        }
    }

    /** Nothing of it lies inside the file: status 416. */
    record Outside() implements ByteRange {}

    /** Reads a {@code Range} header for a file of that length; null is a request without one. */
    static ByteRange of(@Nullable String header, long length) {
        Matcher range = ONE_RANGE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            long suffix = Math.min(number(range.group(2)), length);
            return suffix == 0 ? new Outside() : new Part(length - suffix, length - 1);
        }
        long first = number(range.group(1));
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE : number(range.group(2));
        if (last < first) {
            return new Whole();
        }
        return first >= length ? new Outside() : new Part(first, Math.min(last, length - 1));
    }

    private static long number(String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException beyondAnyFile) {
            return Long.MAX_VALUE;
        }
    }
}
