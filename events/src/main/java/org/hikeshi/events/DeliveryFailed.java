package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that was owed to a reporter could not be delivered for good. Said by the notifier.
 *
 * @param template which mail
 * @param obligationId what was owed and is still open
 * @param failedAt when trying ended
 * @param attempts how often it was tried, 0 if it never could be
 */
public record DeliveryFailed(
        CaseId caseId,
        ReportId reportId,
        MailTemplate template,
        ObligationId obligationId,
        Instant failedAt,
        DeliveryFailure reason,
        int attempts)
        implements CaseEvent {

    public DeliveryFailed {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(obligationId, "obligationId");
        Objects.requireNonNull(failedAt, "failedAt");
        Objects.requireNonNull(reason, "reason");
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts cannot be negative");
        }
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
