package org.hikeshi.trust.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is still in order, and from where on it has to be told.
 *
 * @param late how far times may lie apart that should be the same: an act's own and that of its
 *     sealing, one row's and that of the rows before it, one clock's and another's
 * @param tail how old a row may be that nobody signed yet, and a checkpoint that has not left the
 *     database
 * @param most how many such rows there may be
 * @param stoodStill when the sealer is known to have stood still: acts of that time may be sealed
 *     at its end
 */
public record Patience(Duration late, Duration tail, long most, List<Period> stoodStill) {
    /** Ten minutes, two minutes, ten thousand rows. */
    public static final Patience DEFAULT =
            new Patience(Duration.ofMinutes(10), Duration.ofMinutes(2), 10_000, List.of());

    /** A time of which somebody knows why nothing was sealed. */
    public record Period(Instant from, Instant to) {
        /**
         * @throws IllegalArgumentException if it ends before it begins
         */
        public Period {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("a period ends before it begins");
            }
        }
    }

    public Patience {
        stoodStill = List.copyOf(stoodStill);
    }

    /** Whether one time lies further before another than it may. */
    boolean isLongBefore(Instant one, Instant other) {
        return one.plus(late).isBefore(other);
    }

    /** Whether it is known why an act of one time was signed for at another. */
    boolean explains(Instant act, Instant signed) {
        return stoodStill.stream()
                .anyMatch(
                        one ->
                                !isLongBefore(act, one.from())
                                        && !one.to().isBefore(act)
                                        && !isLongBefore(one.to(), signed));
    }
}
