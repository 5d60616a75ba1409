package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.hikeshi.events.Absence;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EventType;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/**
 * Keeps the team of each case, and who of it is away; an older revision that comes late changes
 * nothing.
 */
@Singleton
class KnowingTeam implements EventHandler {

    @Override
    public Set<String> types() {
        return Set.of(EventType.TEAM_CHANGED.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        TeamChanged team = EventReading.read(event, TeamChanged.class);
        if (isNewer(connection, team)) {
            forget(connection, team.caseId());
            for (TeamMember member : team.members()) {
                add(connection, team.caseId(), member);
            }
            for (Absence away : team.away()) {
                add(connection, team.caseId(), away);
            }
        }
        return Outcome.handled();
    }

    private static boolean isNewer(Connection connection, TeamChanged team) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        "INSERT INTO case_team (case_id, revision) VALUES (?, ?) ON CONFLICT (case_id)"
                                + " DO UPDATE SET revision = EXCLUDED.revision"
                                + " WHERE case_team.revision < EXCLUDED.revision")) {
            upsert.setObject(1, team.caseId().value());
            upsert.setInt(2, team.revision());
            return upsert.executeUpdate() == 1;
        }
    }

    private static void forget(Connection connection, CaseId caseId) throws SQLException {
        for (String table : List.of("case_member", "case_absence")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("DELETE FROM " + table + " WHERE case_id = ?")) {
                delete.setObject(1, caseId.value());
                delete.executeUpdate();
            }
        }
    }

    private static void add(Connection connection, CaseId caseId, Absence away)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO case_absence (case_id, staff, deputy, away_from, away_until)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            StaffId deputy = away.deputy();
            insert.setObject(1, caseId.value());
            insert.setString(2, away.staff().value());
            insert.setString(3, deputy == null ? null : deputy.value());
            insert.setObject(4, away.from().atOffset(ZoneOffset.UTC));
            insert.setObject(5, away.until().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void add(Connection connection, CaseId caseId, TeamMember member)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO case_member (case_id, staff, role) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, caseId.value());
            insert.setString(2, member.staff().value());
            insert.setString(3, member.role().name());
            insert.executeUpdate();
        }
    }
}
