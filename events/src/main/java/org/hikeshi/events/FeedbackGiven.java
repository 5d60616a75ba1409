package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A reporter gave feedback on how the case was handled. Said by intake.
 *
 * @param reportId the report; also ce_subject
 * @param at when it was decided
 */
public record FeedbackGiven(CaseId caseId, ReportId reportId, Instant at) implements CaseEvent {

    public FeedbackGiven {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
