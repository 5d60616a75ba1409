package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A closed case goes on. Said by triage.
 *
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param reason why
 * @param at when it was decided
 */
public record CaseReopened(CaseId caseId, int revision, ReopeningReason reason, Instant at)
        implements CaseEvent {

    public CaseReopened {
        Objects.requireNonNull(caseId, "caseId");
        Counted.fromOne(revision);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
