package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Who is on a case: the whole team. Said by triage.
 *
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param members everybody on it now
 * @param at when it was decided
 */
public record TeamChanged(CaseId caseId, int revision, List<TeamMember> members, Instant at)
        implements CaseEvent {

    public TeamChanged {
        Objects.requireNonNull(caseId, "caseId");
        Counted.fromOne(revision);
        members = List.copyOf(members);
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
