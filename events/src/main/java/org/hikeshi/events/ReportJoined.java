package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A report belongs to this case from now on. Said by triage.
 *
 * @param reportId the report; also ce_subject
 * @param fromCase the case it was in; an alias of this one now
 * @param at when it was decided
 */
public record ReportJoined(CaseId caseId, ReportId reportId, CaseId fromCase, Instant at)
        implements CaseEvent {

    public ReportJoined {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(fromCase, "fromCase");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
