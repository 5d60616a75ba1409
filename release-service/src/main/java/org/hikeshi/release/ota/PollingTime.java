package org.hikeshi.release.ota;

import java.time.Duration;

/** How long a device is asked to sleep, as every known client reads it: {@code HH:MM:SS}. */
final class PollingTime {
    private static final long LEAST = 1;
    private static final long MOST = Duration.ofDays(1).toSeconds() - 1;

    private PollingTime() {}

    /**
     * Exactly eight characters between {@code 00:00:01} and {@code 23:59:59}; clients reject a
     * whole answer with anything else, and read zero as their own default.
     */
    static String of(Duration sleep) {
        long seconds = Math.clamp(sleep.toSeconds(), LEAST, MOST);
        return "%02d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
