package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * The distribution of a remediation was stopped. Said by release.
 *
 * @param id the remediation
 * @param campaign the campaign; also ce_subject
 * @param reason why
 * @param at when it was decided
 */
public record OtaHalted(
        CaseId caseId, RemediationId id, CampaignId campaign, HaltReason reason, Instant at)
        implements CaseEvent {

    public OtaHalted {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return campaign.toString();
    }
}
