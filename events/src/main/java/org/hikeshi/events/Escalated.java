package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The CISO is asked for a decision. Said by triage.
 *
 * @param id the question; also ce_subject
 * @param reason why
 * @param at when it was decided
 */
public record Escalated(CaseId caseId, EscalationId id, EscalationReason reason, Instant at)
        implements CaseEvent {

    public Escalated {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return id.toString();
    }
}
