package org.hikeshi.notifier.telling;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.UnreadableEvent;
import org.hikeshi.messaging.IncomingEvent;

/** The facts as rows. Plain JDBC on the connection of whoever works. */
@Singleton
class CaseStore {
    private final EventCodec codec = new EventCodec();

    void keep(Connection c, IncomingEvent heard, CaseEvent event) throws SQLException {
        try (PreparedStatement insert =
                c.prepareStatement(
                        "INSERT INTO case_fact (event_id, case_id, type, at, correlation, value)"
                                + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setObject(1, heard.id());
            insert.setObject(2, event.caseId().value());
            insert.setString(3, heard.type());
            insert.setObject(4, heard.time().atOffset(ZoneOffset.UTC));
            insert.setObject(5, heard.correlationId());
            insert.setBytes(6, heard.value());
            insert.executeUpdate();
        }
        if (event instanceof ReportJoined joined) {
            try (PreparedStatement insert =
                    c.prepareStatement(
                            "INSERT INTO case_joined (into_case, from_case, report_id)"
                                    + " VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
                insert.setObject(1, joined.caseId().value());
                insert.setObject(2, joined.fromCase().value());
                insert.setObject(3, joined.reportId().value());
                insert.executeUpdate();
            }
        }
    }

    /**
     * Takes the case's row until commit. Whoever needs several takes the one a report comes from
     * before the one it goes to, so that two of them never wait for each other.
     */
    void lock(Connection c, CaseId caseId) throws SQLException {
        try (PreparedStatement insert =
                        c.prepareStatement(
                                "INSERT INTO case_desk (case_id) VALUES (?) ON CONFLICT DO NOTHING");
                PreparedStatement select =
                        c.prepareStatement(
                                "SELECT 1 FROM case_desk WHERE case_id = ? FOR UPDATE")) {
            insert.setObject(1, caseId.value());
            insert.executeUpdate();
            select.setObject(1, caseId.value());
            select.executeQuery().close();
        }
    }

    /** The cases that took in a report of this one. */
    List<CaseId> takenInBy(Connection c, CaseId from) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "SELECT DISTINCT into_case FROM case_joined WHERE from_case = ?")) {
            select.setObject(1, from.value());
            List<CaseId> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(new CaseId(row.getObject(1, UUID.class)));
                }
            }
            return all;
        }
    }

    CaseFacts facts(Connection c, CaseId caseId) throws SQLException {
        List<Heard> own = rows(c, "case_id = ?", caseId.value());
        List<Heard> receipts =
                rows(
                        c,
                        "type = '"
                                + EventType.REPORT_RECEIVED.ceType()
                                + "' AND case_id IN"
                                + " (SELECT from_case FROM case_joined WHERE into_case = ?)",
                        caseId.value());
        return CaseFacts.of(caseId, own, receipts);
    }

    private List<Heard> rows(Connection c, String where, UUID caseId) throws SQLException {
        try (PreparedStatement select =
                c.prepareStatement(
                        "SELECT event_id, at, correlation, type, value FROM case_fact WHERE "
                                + where)) {
            select.setObject(1, caseId);
            List<Heard> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    all.add(
                            new Heard(
                                    row.getObject(1, UUID.class),
                                    row.getObject(2, OffsetDateTime.class).toInstant(),
                                    row.getObject(3, UUID.class),
                                    read(row.getString(4), row.getBytes(5))));
                }
            }
            return all;
        }
    }

    private CaseEvent read(String type, byte[] value) {
        try {
            return (CaseEvent) codec.decode(type, value);
        } catch (UnreadableEvent impossible) {
            throw new IllegalStateException("it was read when it was heard", impossible);
        }
    }
}
