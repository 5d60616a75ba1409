package org.hikeshi.casefile;

import java.time.Instant;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Channel;
import org.hikeshi.events.Language;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.Source;
import org.hikeshi.events.TrackingCode;
import org.jspecify.annotations.Nullable;

/**
 * A report as its receipt told.
 *
 * @param born the case it was received under; its events keep that key for ever
 */
public record KnownReport(
        ReportId reportId,
        CaseId born,
        TrackingCode trackingCode,
        @Nullable ProductId product,
        PolicyVersion policyVersion,
        Instant receivedAt,
        Source source,
        Channel channel,
        Language language,
        boolean anonymous) {}
