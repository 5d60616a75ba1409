package org.hikeshi.events;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The distribution of a remediation is complete. Said by release.
 *
 * @param id the remediation
 * @param campaign the campaign; also ce_subject
 * @param channel how it went out
 * @param products for which products
 * @param permille share of the affected units that have it, in thousandths
 * @param how how the share was found
 * @param at when it was decided
 */
public record OtaDistributed(
        CaseId caseId,
        RemediationId id,
        CampaignId campaign,
        DistributionChannel channel,
        List<ProductId> products,
        int permille,
        Measured how,
        Instant at)
        implements CaseEvent {

    public OtaDistributed {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(campaign, "campaign");
        Objects.requireNonNull(channel, "channel");
        products = List.copyOf(products);
        Counted.permille(permille);
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return campaign.toString();
    }
}
