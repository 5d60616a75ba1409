package org.hikeshi.casefile;

import io.quarkus.arc.properties.UnlessBuildProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.Set;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/** Keeps the facts behind {@link KnownReports}. */
@Singleton
@UnlessBuildProperty(
        name = "hikeshi.casefile.reports",
        stringValue = "false",
        enableIfMissing = true)
class KnowingReports implements EventHandler {
    private static final String RECEIVED =
            "INSERT INTO known_report (report_id, case_id, tracking_code, product_id, policy_version,"
                    + " received_at, source, channel, language, anonymous)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String JOINED =
            "INSERT INTO joined_report (report_id, case_id, from_case, joined_at)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";

    @Override
    public Set<String> types() {
        return Set.of(EventType.REPORT_RECEIVED.ceType(), EventType.REPORT_JOINED.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        if (event.type().equals(EventType.REPORT_RECEIVED.ceType())) {
            received(connection, EventReading.read(event, ReportReceived.class));
        } else {
            joined(connection, EventReading.read(event, ReportJoined.class));
        }
        return Outcome.handled();
    }

    private static void received(Connection connection, ReportReceived report) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(RECEIVED)) {
            insert.setObject(1, report.reportId().value());
            insert.setObject(2, report.caseId().value());
            insert.setString(3, report.trackingCode().value());
            insert.setObject(
                    4, report.product() == null ? null : report.product().value(), Types.OTHER);
            insert.setString(5, report.policyVersion().value());
            insert.setObject(6, report.receivedAt().atOffset(ZoneOffset.UTC));
            insert.setString(7, report.source().name());
            insert.setString(8, report.channel().name());
            insert.setString(9, report.language().name());
            insert.setBoolean(10, report.anonymous());
            insert.executeUpdate();
        }
    }

    private static void joined(Connection connection, ReportJoined joined) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(JOINED)) {
            insert.setObject(1, joined.reportId().value());
            insert.setObject(2, joined.caseId().value());
            insert.setObject(3, joined.fromCase().value());
            insert.setObject(4, joined.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }
}
