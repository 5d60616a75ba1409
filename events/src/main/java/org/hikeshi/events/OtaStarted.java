package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The distribution of a remediation began. Said by release.
 *
 * @param id the remediation
 * @param campaign the campaign; also ce_subject
 * @param channel how it goes out
 * @param products for which products
 * @param at when it was decided
 */
public record OtaStarted(
        CaseId caseId,
        RemediationId id,
        CampaignId campaign,
        DistributionChannel channel,
        List<ProductId> products,
        Instant at)
        implements CaseEvent {

    public OtaStarted {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(channel, "channel");
        products = List.copyOf(products);
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return campaign.toString();
    }
}
