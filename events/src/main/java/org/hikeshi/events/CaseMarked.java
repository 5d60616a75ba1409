package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A case was marked as exploited, public or leaked. Said by triage.
 *
 * @param mark which mark
 * @param at when it was decided
 * @param by who decided it
 */
public record CaseMarked(CaseId caseId, CaseMark mark, Instant at, StaffId by)
        implements CaseEvent {

    public CaseMarked {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
