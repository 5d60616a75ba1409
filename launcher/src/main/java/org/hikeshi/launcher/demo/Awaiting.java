package org.hikeshi.launcher.demo;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what comes by itself. */
final class Awaiting {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Awaiting() {}

    /**
     * @throws IllegalStateException naming {@code what}, if it does not come within two minutes
     */
    static void until(String what, BooleanSupplier come) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for: " + what);
            }
            Thread.sleep(250);
        }
    }
}
