package org.hikeshi.system;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Waits for a condition, never for a while. */
final class Waiting {
    private Waiting() {}

    /**
     * Asks every 50 ms until the condition holds; an exception counts as "not yet".
     *
     * @throws AssertionError after the limit, with the last exception as cause
     */
    static void until(String what, Duration limit, Callable<Boolean> condition) {
        Instant end = Instant.now().plus(limit);
        @Nullable Exception last = null;
        do {
            try {
                if (condition.call()) {
                    return;
                }
                last = null;
            } catch (Exception e) {
                last = e;
            }
            LockSupport.parkNanos(50_000_000);
        } while (Instant.now().isBefore(end));
        throw new AssertionError("not within " + limit + ": " + what, last);
    }
}
