package org.hikeshi.intake.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Slows down guessing. Only answers to failed attempts wait, longer the more failed lately; who has
 * the right key never waits, however many others guess, and no code is ever locked. The access key
 * has 130 bits: this brake protects the machine more than the key. Per replica, in memory.
 */
public final class FailureBrake {

    private static final int FREE_PER_MINUTE = 30;
    private static final int MOST_REMEMBERED = 1_000;
    private static final int MOST_WAITING = 200;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final InstantSource clock;
    private final ArrayDeque<Long> failures = new ArrayDeque<>();
    private final AtomicInteger waiting = new AtomicInteger();

    public FailureBrake(InstantSource clock) {
        this.clock = clock;
    }

    /** Notes a failed attempt and says how long its answer is to wait. */
    synchronized Duration failed() {
        long now = clock.millis();
        while (!failures.isEmpty() && failures.peekFirst() < now - MINUTE.toMillis()) {
            failures.removeFirst();
        }
        if (failures.size() < MOST_REMEMBERED) {
            failures.addLast(now);
        }
        int excess = failures.size() - FREE_PER_MINUTE;
        if (excess <= 0) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofMillis(50L * excess);
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /** Holds the calling (virtual) thread back after a failed attempt. */
    public void hold() {
        Duration wait = failed();
        if (wait.isZero() || waiting.get() >= MOST_WAITING) {
            return;
        }
        waiting.incrementAndGet();
        try {
            Thread.sleep(wait);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.decrementAndGet();
        }
    }
}
