package org.hikeshi.intake.desk;

/**
 * Foreign text with everything in it that a reader would not see, or that would change the order of
 * what follows, replaced by its code point: 「⟦U+202E⟧」. Nothing else is touched, nothing is
 * rendered, no link becomes one.
 */
final class VisibleText {

    private VisibleText() {}

    static String of(String foreign) {
        StringBuilder text = new StringBuilder(foreign.length());
        foreign.codePoints().forEach(point -> append(text, point));
        return text.toString();
    }

    private static void append(StringBuilder text, int point) {
        if (hidden(point)) {
            text.append(String.format("⟦U+%04X⟧", point));
        } else {
            text.appendCodePoint(point);
        }
    }

    /**
     * Controls, format characters (bidi, zero width, tags), other separators, what is unassigned.
     */
    private static boolean hidden(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            case Character.SPACE_SEPARATOR -> point != ' ' && point != 0x3000;
            default -> point == 0x115f || point == 0x1160 || point == 0x3164 || point == 0xffa0;
        };
    }
}
