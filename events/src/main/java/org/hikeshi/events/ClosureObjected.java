package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A reporter objected to a closure. Said by intake.
 *
 * @param reportId the report; also ce_subject
 * @param at when it was decided
 */
public record ClosureObjected(CaseId caseId, ReportId reportId, Instant at) implements CaseEvent {

    public ClosureObjected {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
