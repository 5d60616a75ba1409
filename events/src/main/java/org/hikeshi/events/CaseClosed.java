package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case was closed. Said by triage.
 *
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param reason why
 * @param duplicateOf the case it goes on under, if it is a duplicate
 * @param at when it was decided
 * @param by who decided it
 */
public record CaseClosed(
        CaseId caseId,
        int revision,
        ClosureReason reason,
        @Nullable CaseId duplicateOf,
        Instant at,
        StaffId by)
        implements CaseEvent {

    public CaseClosed {
        Objects.requireNonNull(caseId, "caseId");
        Counted.fromOne(revision);
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(by, "by");
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
