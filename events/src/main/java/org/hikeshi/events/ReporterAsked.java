package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reporter was asked something. Said by intake.
 *
 * @param reportId the report; also ce_subject
 * @param messageId the message that asks
 * @param answerBy until when an answer is hoped for, if a date was given
 */
public record ReporterAsked(
        CaseId caseId, ReportId reportId, MessageId messageId, @Nullable Instant answerBy)
        implements CaseEvent {

    public ReporterAsked {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(messageId, "messageId");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
