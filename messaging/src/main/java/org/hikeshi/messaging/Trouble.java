package org.hikeshi.messaging;

import java.time.Duration;

/** What went wrong so far with one record. */
final class Trouble {
    private static final Backoff WAITING =
            new Backoff(Duration.ofMillis(50), Duration.ofSeconds(2));
    private static final Backoff TRYING = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

    private int unexpected;
    private int waits;
    private Failure failure = Failure.TRANSIENT;
    private String reason = "";

    void note(Throwable thrown) {
        Failure now = Failure.of(thrown);
        if (now == Failure.TRANSIENT) {
            waits++;
            return;
        }
        failure = now;
        reason = Failure.describe(thrown);
        unexpected++;
        waits = 0;
    }

    boolean parks() {
        return switch (failure) {
            case TRANSIENT -> false;
            case FORGED, UNREADABLE -> true;
            case UNEXPECTED -> unexpected >= Failure.TRIES;
        };
    }

    Failure failure() {
        return failure;
    }

    String reason() {
        return reason;
    }

    int tries() {
        return unexpected;
    }

    /** Waits as long as the last trouble asks for, not longer than the share is ours. */
    void pause(Share share) throws InterruptedException {
        if (parks() && waits == 0) {
            return;
        }
        Duration wait = waits > 0 ? WAITING.after(waits) : TRYING.after(unexpected);
        long until = System.nanoTime() + wait.toNanos();
        while (!share.givenUp() && System.nanoTime() < until) {
            Thread.sleep(Math.min(50, wait.toMillis()));
        }
    }
}
