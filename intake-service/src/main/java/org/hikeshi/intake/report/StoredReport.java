package org.hikeshi.intake.report;

import java.time.Instant;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.trust.SignedReceipt;
import org.jspecify.annotations.Nullable;

/**
 * A report that is here for good, without what the reporter wrote.
 *
 * @param receivedAt server time, milliseconds
 * @param language {@code ja}, {@code en}, or null for both
 * @param reachable whether there is an address to write to
 * @param keyGeneration of the access key in force
 */
public record StoredReport(
        ReportId id,
        CaseId caseId,
        TrackingCode trackingCode,
        Instant receivedAt,
        String policyVersion,
        @Nullable String language,
        boolean reachable,
        int keyGeneration,
        SignedReceipt receipt) {}
