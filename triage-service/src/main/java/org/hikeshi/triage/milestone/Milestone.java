package org.hikeshi.triage.milestone;

import java.time.Instant;
import java.util.Locale;
import org.hikeshi.events.ProductId;
import org.jspecify.annotations.Nullable;

/**
 * One milestone of a case, perhaps for one product.
 *
 * @param product null where it is one for the whole case
 * @param at when it was reached or waived, UTC; null otherwise
 * @param reason the fact by which it is as it is: an event's short name, {@code policy}, {@code
 *     not-valid} or {@code waived}; empty while due
 */
public record Milestone(
        MilestoneName name,
        @Nullable ProductId product,
        State state,
        @Nullable Instant at,
        String reason) {

    /** How it stands. */
    public enum State {
        DONE,
        DUE,
        NOT_APPLICABLE,
        WAIVED;

        /** As in the API: {@code not-applicable}. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Whether nothing more has to happen for it. */
    public boolean settled() {
        return state != State.DUE;
    }
}
