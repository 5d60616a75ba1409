package org.hikeshi.intake;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until a test moves it. */
public final class MovedClock implements InstantSource {

    private volatile Instant now;

    public MovedClock(Instant now) {
        this.now = now;
    }

    public void set(Instant instant) {
        now = instant;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
