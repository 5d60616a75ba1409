package org.hikeshi.release.catalogue;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions as vendors of devices count them: dot by dot, numbers as numbers ({@code 2.10} is newer
 * than {@code 2.9}), missing parts as zero ({@code 2.4} equals {@code 2.4.0}). As in Semantic
 * Versioning 2.0.0 §9–11, what follows a hyphen or is a bare word makes an earlier version ({@code
 * 2.4.1-rc1} before {@code 2.4.1}), and what follows a plus sign counts for nothing.
 */
public final class VersionOrder {
    private static final Pattern PART = Pattern.compile("[0-9]+|[A-Za-z]+");

    /** Older first; zero for two spellings of one version. */
    public static final Comparator<String> OLDEST_FIRST = VersionOrder::compare;

    private VersionOrder() {}

    /** Negative if {@code one} is older. */
    public static int compare(String one, String other) {
        String[] mine = halves(one);
        String[] theirs = halves(other);
        int main = compare(parts(mine[0]), parts(theirs[0]));
        if (main != 0) {
            return main;
        }
        if (mine[1].isEmpty() || theirs[1].isEmpty()) {
            return Boolean.compare(mine[1].isEmpty(), theirs[1].isEmpty());
        }
        return compare(parts(mine[1]), parts(theirs[1]));
    }

    /** Main version and what stands before it is done, without build metadata. */
    private static String[] halves(String version) {
        String plain = version.contains("+") ? version.substring(0, version.indexOf('+')) : version;
        int hyphen = plain.indexOf('-');
        return hyphen < 0
                ? new String[] {plain, ""}
                : new String[] {plain.substring(0, hyphen), plain.substring(hyphen + 1)};
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private static int compare(List<String> one, List<String> other) {
        for (int at = 0; at < Math.max(one.size(), other.size()); at++) {
            int part = comparePart(part(one, at), part(other, at));
            if (part != 0) {
                return part;
            }
        }
        return 0;
    }

    private static String part(List<String> parts, int at) {
        return at < parts.size() ? parts.get(at) : "0";
    }

    /* A word is older than any number in its place: 2.4.beta before 2.4.0. */
    private static int comparePart(String one, String other) {
        boolean number = Character.isDigit(one.charAt(0));
        boolean otherNumber = Character.isDigit(other.charAt(0));
        if (number && otherNumber) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        return number == otherNumber
                ? one.compareToIgnoreCase(other)
                : Boolean.compare(number, otherNumber);
    }
}
