package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.hikeshi.events.HaltReason;
import org.hikeshi.events.Measured;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;
import org.jspecify.annotations.Nullable;

/** What people do to a campaign. */
@Singleton
class SteeringCampaign {
    private final Campaigns campaigns;
    private final Actions actions;
    private final Rollout rollout;
    private final Announcing announcing;
    private final Transactions transactions;
    private final AuditLog audit;
    private final InstantSource clock;

    SteeringCampaign(
            Campaigns campaigns,
            Actions actions,
            Rollout rollout,
            Announcing announcing,
            Transactions transactions,
            AuditLog audit,
            InstantSource clock) {
        this.campaigns = campaigns;
        this.actions = actions;
        this.rollout = rollout;
        this.announcing = announcing;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param reason in words; needed for aborting and declaring complete
     * @param permille the declared share; 1000 if nobody says otherwise
     */
    record Order(CampaignAct act, String by, @Nullable String reason, int permille) {}

    /** How it went. */
    sealed interface Steered {
        record Done(Campaign campaign) implements Steered {}

        record Refused(String reason) implements Steered {}
    }

    Steered steer(UUID campaign, Order order) {
        return transactions.inTransaction(connection -> steered(connection, campaign, order));
    }

    private Steered steered(Connection connection, UUID id, Order order) throws SQLException {
        CampaignRow row = campaigns.lock(id).orElseThrow();
        CampaignState from = row.state;
        return switch (from.on(order.act(), row.campaign().firstPerson(order.by()))) {
            case CampaignState.Step.Refused(String reason) -> new Steered.Refused(reason);
            case CampaignState.Step.To(CampaignState to) -> {
                Instant now = clock.instant();
                if (to == CampaignState.RUNNING && notStarted(from) && !rollout.prepare(row, now)) {
                    yield new Steered.Refused("campaign-empty");
                }
                row.state = to;
                row.askedBy = waits(to) ? order.by() : null;
                campaigns.record(row, order.act().word(), order.by(), now, order.reason());
                tasks(connection, row.campaign(), order);
                follow(connection, row, from, order, now);
                audit.record(
                        connection,
                        AuditEntry.of(
                                order.by(), "campaign-" + order.act().word(), id.toString(), now));
                yield new Steered.Done(row.campaign());
            }
        };
    }

    private static boolean notStarted(CampaignState state) {
        return state == CampaignState.DRAFT || state == CampaignState.START_ASKED;
    }

    private static boolean waits(CampaignState state) {
        return state == CampaignState.START_ASKED || state == CampaignState.RESUME_ASKED;
    }

    private void tasks(Connection connection, Campaign now, Order order) throws SQLException {
        if (now.state() == CampaignState.RESUME_ASKED) {
            announcing.ask(connection, now, TaskKind.START_CAMPAIGN, order.by());
        } else if (!notStarted(now.state())) {
            TaskEnd end = now.state() == CampaignState.RUNNING ? TaskEnd.DONE : TaskEnd.VOID;
            announcing.answered(connection, now, TaskKind.START_CAMPAIGN, end);
        }
        if (now.state() == CampaignState.RUNNING || now.state() == CampaignState.ABORTED) {
            announcing.answered(connection, now, TaskKind.CAMPAIGN_STOPPED, TaskEnd.DONE);
        }
    }

    private void follow(
            Connection connection, CampaignRow row, CampaignState from, Order order, Instant now)
            throws SQLException {
        switch (row.state) {
            case RUNNING -> go(connection, row, from, now);
            case PAUSED -> {
                if (from == CampaignState.RUNNING) {
                    announcing.halted(connection, row.campaign(), HaltReason.PERSON, now);
                    announcing.ask(
                            connection, row.campaign(), TaskKind.CAMPAIGN_STOPPED, order.by());
                }
            }
            case ABORTED -> abort(connection, row, from, now);
            case COMPLETED -> complete(connection, row, order, now);
            case DRAFT, START_ASKED, RESUME_ASKED, HALTED -> {}
        }
    }

    private void go(Connection connection, CampaignRow row, CampaignState from, Instant now)
            throws SQLException {
        if (notStarted(from)) {
            row.startedAt = now;
            row.countedFrom = now;
            announcing.started(connection, row.campaign(), now);
            rollout.begin(row, now);
        } else {
            row.countedFrom = now;
            rollout.tryAgain(row.id, now);
        }
        transactions.afterCommit(rollout::wake);
    }

    private void abort(Connection connection, CampaignRow row, CampaignState from, Instant now)
            throws SQLException {
        actions.withdraw(row.id, now);
        if (from == CampaignState.RUNNING || from == CampaignState.COMPLETED) {
            announcing.halted(connection, row.campaign(), HaltReason.PERSON, now);
        }
    }

    private void complete(Connection connection, CampaignRow row, Order order, Instant now)
            throws SQLException {
        boolean measured = row.campaign().overTheAir();
        rollout.complete(
                connection,
                row,
                measured ? null : order.permille(),
                measured ? Measured.MEASURED : Measured.DECLARED,
                now);
    }
}
