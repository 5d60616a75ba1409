package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case got a deadline, another one, or none. Said by triage.
 *
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param clock which clock
 * @param product for which product, if it runs per product
 * @param oldDue the deadline until now, if there was one
 * @param newDue the deadline from now on; none if the clock no longer applies
 * @param reason why
 * @param at when it was decided
 */
public record DeadlineSet(
        CaseId caseId,
        int revision,
        CaseClock clock,
        @Nullable ProductId product,
        @Nullable Instant oldDue,
        @Nullable Instant newDue,
        DeadlineReason reason,
        Instant at)
        implements CaseEvent {

    public DeadlineSet {
        Objects.requireNonNull(caseId, "caseId");
        Counted.fromOne(revision);
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
