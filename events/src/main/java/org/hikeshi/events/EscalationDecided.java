package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The CISO answered. Said by triage.
 *
 * @param id the question; also ce_subject
 * @param decision the answer
 * @param at when it was decided
 * @param by who decided it
 */
public record EscalationDecided(
        CaseId caseId, EscalationId id, EscalationDecision decision, Instant at, StaffId by)
        implements CaseEvent {

    public EscalationDecided {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(decision, "decision");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
    }

    @Override
    public String subject() {
        return id.toString();
    }
}
