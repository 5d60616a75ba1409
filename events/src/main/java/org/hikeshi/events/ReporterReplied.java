package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A reporter wrote. Said by intake.
 *
 * @param reportId the report; also ce_subject
 * @param messageId the message
 * @param at when it was decided
 */
public record ReporterReplied(CaseId caseId, ReportId reportId, MessageId messageId, Instant at)
        implements CaseEvent {

    public ReporterReplied {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(messageId, "messageId");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
