package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A report was stored and has its receipt. Said by intake, first of all events of a case.
 *
 * @param product the product chosen from the catalogue; null if none was
 * @param policyVersion in force at receipt; kept by the case
 * @param receivedAt when the company's server had it all; clocks start here
 * @param anonymous true if the reporter left no address
 * @param earlier what was kept of the case elsewhere, if this is the import of an earlier record
 */
public record ReportReceived(
        CaseId caseId,
        ReportId reportId,
        TrackingCode trackingCode,
        @Nullable ProductId product,
        PolicyVersion policyVersion,
        Instant receivedAt,
        Source source,
        Channel channel,
        Language language,
        boolean anonymous,
        @Nullable EarlierRecord earlier)
        implements CaseEvent {

    public ReportReceived {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(reportId, "reportId");
        Objects.requireNonNull(trackingCode, "trackingCode");
        Objects.requireNonNull(policyVersion, "policyVersion");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(language, "language");
    }

    /** A report that came in now, not the record of one from before. */
    public ReportReceived(
            CaseId caseId,
            ReportId reportId,
            TrackingCode trackingCode,
            @Nullable ProductId product,
            PolicyVersion policyVersion,
            Instant receivedAt,
            Source source,
            Channel channel,
            Language language,
            boolean anonymous) {
        this(
                caseId,
                reportId,
                trackingCode,
                product,
                policyVersion,
                receivedAt,
                source,
                channel,
                language,
                anonymous,
                null);
    }

    @Override
    public String subject() {
        return reportId.toString();
    }
}
