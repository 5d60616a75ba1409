package org.hikeshi.release.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Where a list of units goes on: after the unit of this model and serial. */
record UnitCursor(String model, String serial) {
    private static final UnitCursor START = new UnitCursor("", "");

    /** What cannot be read begins at the first unit. */
    static UnitCursor read(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            String both = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int line = both.indexOf('\n');
            return line < 0
                    ? START
                    : new UnitCursor(both.substring(0, line), both.substring(line + 1));
        } catch (IllegalArgumentException noCursor) {
            return START;
        }
    }

    static String after(Unit last) {
        String both = last.model() + "\n" + last.serial();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
