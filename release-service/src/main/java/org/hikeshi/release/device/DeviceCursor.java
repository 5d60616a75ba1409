package org.hikeshi.release.device;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where a page of the list ended: the last device's model and serial, opaque outside. */
final class DeviceCursor {
    private DeviceCursor() {}

    /** Model and serial; the beginning for what is no cursor. */
    static String[] read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\n", 2);
            return parts.length == 2 ? parts : new String[] {"", ""};
        } catch (IllegalArgumentException noCursor) {
            return new String[] {"", ""};
        }
    }

    static String after(Device last) {
        String text = last.model() + "\n" + last.serial();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
