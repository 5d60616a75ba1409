package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.events.Measured;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * Updates made by hand, unit by unit (A5): somebody who knows says which units have the remedy, and
 * they count like measured ones, only marked as declared.
 */
@Singleton
class DeclaringUnits {
    /** Who may say so. */
    static final Set<String> ROLES = Set.of("security-office", "it-operations");

    private final Campaigns campaigns;
    private final Remedies remedies;
    private final Field field;
    private final Transactions transactions;
    private final AuditLog audit;
    private final InstantSource clock;

    DeclaringUnits(
            Campaigns campaigns,
            Remedies remedies,
            Field field,
            Transactions transactions,
            AuditLog audit,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.remedies = remedies;
        this.field = field;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** A unit by model and serial number. */
    record Named(String model, String serial) {}

    /** How it went. */
    sealed interface Declared {
        /**
         * @param counted how many were not safe before
         * @param unknown those that are no affected units of this campaign; nothing changed for
         *     them
         */
        record Done(int counted, List<Named> unknown) implements Declared {}

        record Refused(String reason) implements Declared {}
    }

    /** Counts the units of a campaign that has begun. */
    Declared declare(UUID id, List<Named> units, String by, String evidence) {
        return transactions.inTransaction(
                connection -> {
                    CampaignRow campaign = campaigns.lock(id).orElseThrow();
                    if (!campaign.state.offers()) {
                        return new Declared.Refused("campaign-state");
                    }
                    Instant now = clock.instant();
                    Declared.Done done = count(campaign, units, now);
                    campaigns.record(campaign, "declare", by, now, evidence);
                    audit.record(
                            connection, AuditEntry.of(by, "units-declared", id.toString(), now));
                    return done;
                });
    }

    private Declared.Done count(CampaignRow campaign, List<Named> units, Instant now) {
        Remedy remedy = remedies.byId(campaign.remediation).orElseThrow();
        int counted = 0;
        List<Named> unknown = new ArrayList<>();
        for (Named unit : units) {
            if (field.safe(campaign.id, unit.model(), unit.serial(), Measured.DECLARED, now)) {
                counted++;
                String version = remedy.safeVersion(unit.model());
                if (version != null) {
                    field.installed(unit.model(), unit.serial(), version, now);
                }
            } else if (!field.knows(campaign.id, unit.model(), unit.serial())) {
                unknown.add(unit);
            }
        }
        return new Declared.Done(counted, unknown);
    }
}
