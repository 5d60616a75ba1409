package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * A reporter was told something that was owed. Said by the notifier.
 *
 * @param template which mail
 * @param obligationId what was owed
 * @param acceptedAt when the recipient's server took it, or when it could first be read
 */
public record ReporterNotified(
        CaseId caseId,
        ReportId reportId,
        MailTemplate template,
        ObligationId obligationId,
        Instant acceptedAt,
        NotifiedBy channel)
        implements CaseEvent {

    public ReporterNotified {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(obligationId, "obligationId");
        Objects.requireNonNull(acceptedAt, "acceptedAt");
        Objects.requireNonNull(channel, "channel");
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
