package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * Somebody asked for a new access key, and the report has an address to which the way to it is
 * owed. Said by intake.
 *
 * @param reportId the report; also ce_subject
 * @param at when it was asked
 */
public record AccessKeyAsked(CaseId caseId, ReportId reportId, Instant at) implements CaseEvent {

    public AccessKeyAsked {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
