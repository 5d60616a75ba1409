package org.hikeshi.release.campaign;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.events.HaltReason;
import org.hikeshi.events.Measured;
import org.hikeshi.events.TaskKind;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.Worker;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign does by itself: opens the next stage, halts, completes, takes in devices that
 * came later, and gives up waiting for silent ones. One look per campaign and transaction under the
 * lock of its row, so replicas do not disturb each other.
 */
@Singleton
class Rollout {
    private static final Duration ENROL_AGAIN = Duration.ofSeconds(20);

    private final Campaigns campaigns;
    private final Actions actions;
    private final Enrolling enrolling;
    private final Field field;
    private final Remedies remedies;
    private final Announcing announcing;
    private final Transactions transactions;
    private final InstantSource clock;
    private final OtaSettings settings;
    private final Worker worker;

    Rollout(
            Campaigns campaigns,
            Actions actions,
            Enrolling enrolling,
            Field field,
            Remedies remedies,
            Announcing announcing,
            Transactions transactions,
            InstantSource clock,
            OtaSettings settings) {
        this.campaigns = campaigns;
        this.actions = actions;
        this.enrolling = enrolling;
        this.field = field;
        this.remedies = remedies;
        this.announcing = announcing;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
        this.worker = new Worker("rollout", Duration.ofSeconds(1), this::look);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }

    void wake() {
        worker.wake();
    }

    private boolean look() {
        Instant now = clock.instant();
        List<UUID> moving =
                transactions.inTransaction(
                        connection -> {
                            actions.abandon(now.minus(settings.cancelPatience()), now);
                            return campaigns.moving(now.minus(ENROL_AGAIN));
                        });
        for (UUID campaign : moving) {
            transactions.doInTransaction(connection -> look(connection, campaign));
        }
        return false;
    }

    private void look(Connection connection, UUID id) throws SQLException {
        CampaignRow row = campaigns.lock(id).orElseThrow();
        if (!row.state.offers() || row.channel != DistributionChannel.OTA) {
            return;
        }
        Instant now = clock.instant();
        if (row.enrolledAt == null || row.enrolledAt.plus(ENROL_AGAIN).isBefore(now)) {
            enrol(row, now);
            open(row, now);
        }
        if (row.state == CampaignState.RUNNING) {
            judge(connection, row, now);
        }
    }

    /** Counts the field and its devices before the start; false if there is nobody to update. */
    boolean prepare(CampaignRow row, Instant now) {
        int devices = enrol(row, now);
        if (devices == 0) {
            row.enrolledAt = null; // whoever comes before the start is shared out with the rest
        }
        return row.channel != DistributionChannel.OTA || devices > 0;
    }

    private int enrol(CampaignRow row, Instant now) {
        Remedy remedy = remedies.byId(row.remediation).orElseThrow();
        field.survey(row.id, remedy);
        if (row.channel != DistributionChannel.OTA) {
            return 0;
        }
        int devices = enrolling.enrol(row, campaigns.plan(row.id), now);
        row.enrolledAt = now;
        return devices;
    }

    void begin(CampaignRow row, Instant now) {
        row.stage = 0;
        campaigns.stages(row.id).getFirst().openedAt = now;
        open(row, now);
    }

    private void open(CampaignRow row, Instant now) {
        actions.openUpTo(row.id, row.stage, now);
        actions.takeOver(row.id, now);
    }

    /** Two people let it go on: whoever failed gets another try. */
    void tryAgain(UUID campaign, Instant now) {
        for (ActionRow failed : actions.failedLatest(campaign)) {
            actions.add(failed.retried(ActionNumbers.next(), now, now));
        }
    }

    private void judge(Connection connection, CampaignRow row, Instant now) throws SQLException {
        List<StageRow> stages = campaigns.stages(row.id);
        while (row.state == CampaignState.RUNNING) {
            StageRow stage = stages.get(row.stage);
            StageCounts counts = actions.results(row.id, row.stage, row.countedFrom);
            switch (stage.stage().thresholds().judge(counts)) {
                case WAIT -> {
                    return;
                }
                case HALT -> halt(connection, row, now);
                case ADVANCE -> advance(connection, row, stages, now);
            }
        }
    }

    private void halt(Connection connection, CampaignRow row, Instant now) throws SQLException {
        row.state = CampaignState.HALTED;
        campaigns.record(row, "halt", StepRow.ITSELF, now, null);
        announcing.halted(connection, row.campaign(), HaltReason.THRESHOLD, now);
        announcing.ask(connection, row.campaign(), TaskKind.CAMPAIGN_STOPPED, null);
    }

    private void advance(Connection connection, CampaignRow row, List<StageRow> stages, Instant now)
            throws SQLException {
        stages.get(row.stage).passedAt = now;
        if (row.stage == stages.size() - 1) {
            row.state = CampaignState.COMPLETED;
            campaigns.record(row, "complete", StepRow.ITSELF, now, null);
            complete(connection, row, null, Measured.MEASURED, now);
            return;
        }
        row.stage++;
        stages.get(row.stage).openedAt = now;
        campaigns.record(row, "advance", StepRow.ITSELF, now, null);
        open(row, now);
    }

    /**
     * @param permille the declared share; null to take the measured one
     */
    void complete(
            Connection connection,
            CampaignRow row,
            @Nullable Integer permille,
            Measured how,
            Instant now)
            throws SQLException {
        row.distributedAt = now;
        row.permille = permille == null ? field.coverage(row.id).permille() : permille;
        announcing.distributed(connection, row.campaign(), row.permille, how, now);
    }
}
