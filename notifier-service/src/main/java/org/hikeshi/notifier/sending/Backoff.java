package org.hikeshi.notifier.sending;

import java.time.Duration;

/**
 * The pause before the next attempt: doubling from one second up to a cap, for ever. A server that
 * is away is asked every half minute, for the promise runs on; one that said "later" (4xx) is left
 * in peace longer, as greylisting and full mailboxes want it (RFC 5321 §4.5.4.1).
 */
enum Backoff {
    SERVER_AWAY(Duration.ofSeconds(30)),
    SERVER_SAYS_LATER(Duration.ofMinutes(15));

    private static final int DOUBLINGS = 20;

    private final Duration cap;

    Backoff(Duration cap) {
        this.cap = cap;
    }

    /**
     * @param attempts how many were made, at least one
     */
    Duration after(int attempts) {
        var pause = Duration.ofSeconds(1L << Math.min(Math.max(attempts, 1) - 1, DOUBLINGS));
        return pause.compareTo(cap) < 0 ? pause : cap;
    }
}
