package org.hikeshi.notifier.ledger;

import java.time.Instant;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Language;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.ObligationId;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.TrackingCode;

/**
 * What is owed, to whom and why; never changes.
 *
 * @param cause the event that made it owed
 * @param correlation shared by all that follows from one report
 * @param clause of the policy version that asks for it
 * @param language of the recipient as far as the cause knows it
 * @param causedAt when the fact became true, UTC
 */
public record Owing(
        ObligationId id,
        UUID cause,
        UUID correlation,
        String clause,
        Audience audience,
        MailTemplate template,
        CaseId caseId,
        ReportId reportId,
        TrackingCode trackingCode,
        PolicyVersion policyVersion,
        Language language,
        Instant causedAt) {}
