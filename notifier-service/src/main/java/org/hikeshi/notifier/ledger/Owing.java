package org.hikeshi.notifier.ledger;

import java.time.Instant;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Language;
import org.hikeshi.events.ObligationId;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.TrackingCode;

/**
 * What is owed, to whom and why; never changes. One per cause, template and recipient.
 *
 * @param cause what made it owed: an event's id, or one made of the event and the occasion
 * @param about the event the letter speaks of
 * @param correlation shared by all that follows from one report
 * @param clause of the policy version that asks for it, or {@code house}
 * @param trackingCode the number in the subject: the reporter's own, else the case's first
 * @param policyVersion the reporter's own, else the case's
 * @param language of the recipient as far as the cause knows it
 * @param causedAt when the fact became true, UTC
 * @param detail what release said of this customer, as JSON; empty for all others
 */
public record Owing(
        ObligationId id,
        UUID cause,
        UUID about,
        Occasion occasion,
        UUID correlation,
        String clause,
        Template template,
        CaseId caseId,
        Recipient recipient,
        TrackingCode trackingCode,
        PolicyVersion policyVersion,
        Language language,
        Instant causedAt,
        String detail) {}
