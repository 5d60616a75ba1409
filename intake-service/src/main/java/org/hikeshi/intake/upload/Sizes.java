package org.hikeshi.intake.upload;

import java.util.Locale;

/** File sizes as people read them. */
public final class Sizes {

    private Sizes() {}

    public static String of(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%.1f kB", bytes / 1e3)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
