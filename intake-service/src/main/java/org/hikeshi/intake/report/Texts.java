package org.hikeshi.intake.report;

/**
 * What a text of a report may hold: anything Unicode can say, NUL included, since it is stored as
 * sealed bytes; only a line must be one line.
 */
public final class Texts {

    /** UTF-16 units; the report part's 1 MiB is the real limit of prose. */
    public static final int LONGEST_PROSE = 1024 * 1024;

    /** UTF-16 units of a one-line field. */
    public static final int LONGEST_LINE = 300;

    private Texts() {}

    /** The code of what is wrong, empty if nothing is. */
    public static String fault(String text, int longest, boolean oneLine) {
        if (text.length() > longest) {
            return "too-long";
        }
        if (text.codePoints().anyMatch(Texts::isSurrogate)) {
            return "not-unicode";
        }
        return oneLine && text.codePoints().anyMatch(Texts::breaksLine) ? "one-line" : "";
    }

    /** Half of a pair: no UTF-8 can carry it, so it could not be given back as it came. */
    private static boolean isSurrogate(int codePoint) {
        return codePoint >= 0xd800 && codePoint <= 0xdfff;
    }

    static boolean breaksLine(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
    }
}
