package org.hikeshi.release.campaign;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.CampaignId;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.RemediationId;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as it stands. All instants are UTC.
 *
 * @param automatic whether devices install by themselves or wait for somebody at the device
 * @param stage the open one, counted from 0; -1 before the start
 * @param askedBy whose wish to start or go on waits for a second person
 * @param permille share of the affected units that had it when it was complete
 * @param revision counts every change of the row
 */
public record Campaign(
        CampaignId id,
        RemediationId remediation,
        CaseId caseId,
        DistributionChannel channel,
        List<ProductId> products,
        boolean automatic,
        CampaignState state,
        int stage,
        @Nullable String askedBy,
        String createdBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant distributedAt,
        @Nullable Integer permille,
        long revision) {

    public Campaign {
        products = List.copyOf(products);
    }

    /** Whether devices do it by themselves; otherwise somebody declares it complete. */
    public boolean overTheAir() {
        return channel == DistributionChannel.OTA;
    }

    /** Whether this person is the first of the two who start it or let it go on. */
    public boolean firstPerson(String who) {
        return who.equals(askedBy == null ? createdBy : askedBy);
    }

    UUID key() {
        return id.value();
    }
}
