package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deadline comes near. Said by triage.
 *
 * @param clock which clock
 * @param product for which product, if it runs per product
 * @param due the deadline
 * @param at when it was noticed
 */
public record ClockAtRisk(
        CaseId caseId, CaseClock clock, @Nullable ProductId product, Instant due, Instant at)
        implements CaseEvent {

    public ClockAtRisk {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
