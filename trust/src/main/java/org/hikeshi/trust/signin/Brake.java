package org.hikeshi.web.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * Slows down guessing: ten wrong passwords per name at once, then one more every six seconds. Names
 * that nobody has share one entry, so the table cannot be filled from outside. In memory, per
 * replica.
 */
final class Brake {

    static final int AT_ONCE = 10;
    static final Duration ONE_MORE = Duration.ofSeconds(6);

    private final InstantSource clock;
    private final Map<String, Instant> fullAgainAt = new HashMap<>();

    Brake(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether a password for this name may be looked at now. */
    synchronized boolean lets(String name) {
        Instant now = clock.instant();
        Instant full = fullAgainAt.getOrDefault(name, now);
        return Duration.between(now, full).compareTo(ONE_MORE.multipliedBy(AT_ONCE - 1)) <= 0;
    }

    synchronized void failed(String name) {
        Instant now = clock.instant();
        Instant full = fullAgainAt.getOrDefault(name, now);
        fullAgainAt.put(name, (full.isBefore(now) ? now : full).plus(ONE_MORE));
    }

    synchronized void succeeded(String name) {
        fullAgainAt.remove(name);
    }
}
