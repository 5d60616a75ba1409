package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.events.TaskKind;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * Plans how a released remediation gets to the field; nothing leaves the house yet, and somebody
 * else has to start it.
 */
@Singleton
class DraftingCampaign {
    private final Remedies remedies;
    private final Campaigns campaigns;
    private final Field field;
    private final Announcing announcing;
    private final Transactions transactions;
    private final AuditLog audit;
    private final InstantSource clock;

    DraftingCampaign(
            Remedies remedies,
            Campaigns campaigns,
            Field field,
            Announcing announcing,
            Transactions transactions,
            AuditLog audit,
            InstantSource clock) {
        this.remedies = remedies;
        this.campaigns = campaigns;
        this.field = field;
        this.announcing = announcing;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** What staff want. */
    record Draft(DistributionChannel channel, boolean automatic, Stages stages) {}

    /** How it went. */
    sealed interface Drafted {
        record Done(Campaign campaign) implements Drafted {}

        record Refused(String reason) implements Drafted {}
    }

    Drafted draft(Remedy remedy, Draft wanted, String by) {
        return transactions.inTransaction(
                connection -> drafted(connection, remedy.id(), wanted, by));
    }

    Optional<Remedy> remedy(UUID id) {
        return transactions.inTransaction(connection -> remedies.byId(id));
    }

    private Drafted drafted(Connection connection, UUID remediation, Draft wanted, String by)
            throws SQLException {
        Remedy remedy = remedies.byId(remediation).orElseThrow();
        if (!remedy.released()) {
            return new Drafted.Refused("not-released");
        }
        if (wanted.channel() == DistributionChannel.OTA && remedy.files().isEmpty()) {
            return new Drafted.Refused("nothing-to-install");
        }
        Instant now = clock.instant();
        CampaignRow row = row(remedy, wanted, by, now);
        campaigns.add(row, wanted.stages());
        field.survey(row.id, remedy);
        campaigns.record(row, "draft", by, now, null);
        announcing.ask(connection, row.campaign(), TaskKind.START_CAMPAIGN, by);
        audit.record(connection, AuditEntry.of(by, "campaign-drafted", row.id.toString(), now));
        return new Drafted.Done(row.campaign());
    }

    private static CampaignRow row(Remedy remedy, Draft wanted, String by, Instant now) {
        CampaignRow row = new CampaignRow();
        row.id = UUID.randomUUID();
        row.remediation = remedy.id();
        row.caseId = remedy.caseId();
        row.channel = wanted.channel();
        row.products = remedy.products();
        row.automatic = wanted.automatic();
        row.state = CampaignState.DRAFT;
        row.stage = -1;
        row.createdBy = by;
        row.createdAt = now;
        return row;
    }
}
