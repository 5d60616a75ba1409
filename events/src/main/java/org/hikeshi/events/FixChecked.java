package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A reporter checked the fix. Said by intake.
 *
 * @param reportId the report; also ce_subject
 * @param verdict what they found
 * @param at when it was decided
 */
public record FixChecked(CaseId caseId, ReportId reportId, FixVerdict verdict, Instant at)
        implements CaseEvent {

    public FixChecked {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
