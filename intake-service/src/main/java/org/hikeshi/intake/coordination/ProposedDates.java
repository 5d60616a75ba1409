package org.hikeshi.intake.coordination;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which dates a reporter may name: one that is still to come, and not beyond all planning. */
public final class ProposedDates {

    private static final Duration FARTHEST = Duration.ofDays(5 * 365);

    private ProposedDates() {}

    /** The code of what is wrong with it, empty if nothing is. */
    public static Optional<String> refusal(Instant date, Instant now) {
        if (!date.isAfter(now)) {
            return Optional.of("in-the-past");
        }
        return date.isAfter(now.plus(FARTHEST)) ? Optional.of("too-far") : Optional.empty();
    }
}
