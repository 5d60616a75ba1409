package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The assessment of a case was fixed: its vulnerabilities, severity and priority, in full. Said by
 * triage.
 *
 * @param revision counts up from 1; of two the higher counts, whichever came first
 * @param at when it was decided
 * @param finding whether the report holds
 * @param severity the highest of its vulnerabilities
 * @param priority in which order it is worked on
 * @param vulnerabilities all of the case
 * @param by who scored it
 */
public record Scored(
        CaseId caseId,
        int revision,
        Instant at,
        Finding finding,
        Severity severity,
        PriorityLevel priority,
        List<ScoredVulnerability> vulnerabilities,
        StaffId by)
        implements CaseEvent {

    public Scored {
        Objects.requireNonNull(caseId, "caseId");
        Counted.fromOne(revision);
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(priority, "priority");
        vulnerabilities = List.copyOf(vulnerabilities);
        Objects.requireNonNull(by, "by");
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
