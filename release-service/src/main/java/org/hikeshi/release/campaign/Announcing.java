package org.hikeshi.release.campaign;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.casefile.TaskDesk;
import org.hikeshi.casefile.TaskFor;
import org.hikeshi.events.HaltReason;
import org.hikeshi.events.Measured;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaHalted;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.jspecify.annotations.Nullable;

/** What the other services and the people hear of a campaign, in the transaction of the fact. */
@Singleton
class Announcing {
    private final CaseEvents events;
    private final TaskDesk tasks;

    Announcing(CaseEvents events, TaskDesk tasks) {
        this.events = events;
        this.tasks = tasks;
    }

    void started(Connection connection, Campaign campaign, Instant at) throws SQLException {
        events.say(
                connection,
                new OtaStarted(
                        campaign.caseId(),
                        campaign.remediation(),
                        campaign.id(),
                        campaign.channel(),
                        campaign.products(),
                        at),
                null);
    }

    void halted(Connection connection, Campaign campaign, HaltReason why, Instant at)
            throws SQLException {
        events.say(
                connection,
                new OtaHalted(campaign.caseId(), campaign.remediation(), campaign.id(), why, at),
                null);
    }

    void distributed(
            Connection connection, Campaign campaign, int permille, Measured how, Instant at)
            throws SQLException {
        events.say(
                connection,
                new OtaDistributed(
                        campaign.caseId(),
                        campaign.remediation(),
                        campaign.id(),
                        campaign.channel(),
                        campaign.products(),
                        permille,
                        how,
                        at),
                null);
    }

    /** Somebody is to confirm or look: a task of the office. */
    void ask(Connection connection, Campaign campaign, TaskKind what, @Nullable String by)
            throws SQLException {
        tasks.open(
                connection,
                campaign.caseId(),
                what,
                TaskFor.role(StaffRole.SECURITY_OFFICE),
                campaign.id().toString(),
                null,
                by == null ? null : new StaffId(by));
    }

    void answered(Connection connection, Campaign campaign, TaskKind what, TaskEnd how)
            throws SQLException {
        tasks.close(connection, campaign.caseId(), what, campaign.id().toString(), how);
    }
}
