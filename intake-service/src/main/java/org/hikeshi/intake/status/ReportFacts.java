package org.hikeshi.intake.status;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.ReportId;

/** What other services made known about reports, one row per event. */
public final class ReportFacts {

    /** Kinds as stored. */
    public enum Kind {
        ACKNOWLEDGED,
        ACKNOWLEDGEMENT_FAILED
    }

    /** One fact and when it became true. */
    public record ReportFact(Kind kind, Instant at) {}

    void record(Connection connection, UUID event, ReportId report, ReportFact fact)
            throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO report_fact (event_id, report_id, kind, happened_at)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, event);
            insert.setObject(2, report.value());
            insert.setString(3, fact.kind().name());
            insert.setObject(4, fact.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    List<ReportFact> of(Connection connection, ReportId report) throws SQLException {
        List<ReportFact> facts = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT kind, happened_at FROM report_fact WHERE report_id = ?")) {
            select.setObject(1, report.value());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    facts.add(
                            new ReportFact(
                                    Kind.valueOf(row.getString(1)),
                                    row.getObject(2, OffsetDateTime.class).toInstant()));
                }
            }
        }
        return facts;
    }
}
