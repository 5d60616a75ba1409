package org.hikeshi.web.doors;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Lets through only addresses that every program reads alike: origin form, single slashes, no dot
 * segments, no path parameters, nothing that becomes a separator when decoded once or twice.
 */
final class PathCheck {

    private PathCheck() {}

    /** Judges the request target as it stood on the wire (RFC 9112 §3.2). */
    static boolean plain(String target) {
        if (target.isEmpty() || target.charAt(0) != '/' || target.indexOf('#') >= 0) {
            return false;
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        if (!path.chars().allMatch(PathCheck::expected)) {
            return false;
        }
        String[] segments = path.substring(1).split("/", -1);
        for (int at = 0; at < segments.length; at++) {
            boolean last = at == segments.length - 1;
            if (!(last && segments[at].isEmpty()) && !plainSegment(segments[at])) {
                return false;
            }
        }
        return true;
    }

    /* Printable ASCII; what a path may not hold is refused together with ';' and backslash. */
    private static boolean expected(int character) {
        return character > 0x20 && character < 0x7f && ";\\\"<>^`{|}".indexOf(character) < 0;
    }

    private static boolean plainSegment(String segment) {
        String decoded = decode(segment);
        return decoded != null
                && !decoded.isEmpty()
                && decoded.equals(decoded.strip())
                && !decoded.equals(".")
                && !decoded.equals("..")
                && decoded.codePoints().allMatch(PathCheck::harmless);
    }

    /* '%' decoded means that something was encoded twice. */
    private static boolean harmless(int point) {
        return "/\\;%".indexOf(point) < 0 && !Character.isISOControl(point);
    }

    private static @org.jspecify.annotations.Nullable String decode(String segment) {
        ByteBuffer bytes = ByteBuffer.allocate(segment.length());
        for (int at = 0; at < segment.length(); at++) {
            char character = segment.charAt(at);
            if (character != '%') {
                bytes.put((byte) character);
                continue;
            }
            if (at + 2 >= segment.length()) {
                return null;
            }
            int high = Character.digit(segment.charAt(at + 1), 16);
            int low = Character.digit(segment.charAt(at + 2), 16);
            if (high < 0 || low < 0) {
                return null;
            }
            bytes.put((byte) (high * 16 + low));
            at += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }
}
