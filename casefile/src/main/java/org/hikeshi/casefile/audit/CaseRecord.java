package org.hikeshi.casefile.audit;

import io.quarkus.qute.TemplateData;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/** The acts on record about a case, in the order in which they were done. */
@Singleton
public class CaseRecord {
    /** The action by which reading the record is on record. */
    public static final String READ = "audit-read";

    private static final String ACTS =
            "WITH asked (case_id) AS (SELECT CAST(? AS uuid)), about (subject) AS (SELECT"
                    + " case_id::text FROM asked UNION %s) SELECT actor, action, subject, at,"
                    + " coalesce(sequence, 0) FROM audit_entry WHERE subject IN (SELECT subject FROM"
                    + " about) ORDER BY at, position LIMIT ? OFFSET ?";
    private static final String OF_THE_HOUSE =
            "SELECT actor, action, subject, at, coalesce(sequence, 0) FROM audit_entry WHERE"
                    + " action = ANY(?) ORDER BY at DESC, position DESC LIMIT ? OFFSET ?";
    private static final String NO_OTHER = "SELECT case_id::text FROM asked";

    private final Transactions transactions;
    private final AuditLog log;
    private final Clock clock;
    private final String query;
    private final Set<String> ofTheHouse;

    CaseRecord(
            Transactions transactions,
            AuditLog log,
            Clock clock,
            Instance<CaseSubjects> subjects,
            Instance<HouseActs> house) {
        this.transactions = transactions;
        this.log = log;
        this.clock = clock;
        this.query = ACTS.formatted(subjects.isResolvable() ? subjects.get().query() : NO_OTHER);
        this.ofTheHouse = house.isResolvable() ? house.get().actions() : Set.of();
    }

    /**
     * One act.
     *
     * @param sequence its place in the chain; 0 while it has none
     */
    @TemplateData
    public record Act(String actor, String action, String subject, Instant at, long sequence) {}

    /** Some of them from an offset on; that somebody looked is on record before. */
    List<Act> read(CaseId caseId, String reader, int most, int offset) {
        return transactions.inTransaction(
                connection -> {
                    noteReading(connection, caseId.toString(), reader);
                    return acts(connection, caseId, most, offset);
                });
    }

    /** Whether this service has acts that are about no case. */
    boolean hasHouseActs() {
        return !ofTheHouse.isEmpty();
    }

    /**
     * Some of the acts that are about the house and no case, the newest first; that somebody looked
     * is on record before.
     *
     * @param subject under which the looking is on record
     */
    List<Act> readHouse(String subject, String reader, int most, int offset) {
        return transactions.inTransaction(
                connection -> {
                    noteReading(connection, subject, reader);
                    try (PreparedStatement select = connection.prepareStatement(OF_THE_HOUSE)) {
                        select.setArray(1, connection.createArrayOf("text", ofTheHouse.toArray()));
                        select.setInt(2, most);
                        select.setInt(3, offset);
                        return acts(select);
                    }
                });
    }

    /** Puts on record that somebody reads the record of a subject. */
    public void noteReading(Connection connection, String subject, String reader)
            throws SQLException {
        log.record(connection, AuditEntry.of(reader, READ, subject, clock.instant()));
    }

    private List<Act> acts(Connection connection, CaseId caseId, int most, int offset)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setObject(1, caseId.value());
            select.setInt(2, most);
            select.setInt(3, offset);
            return acts(select);
        }
    }

    private static List<Act> acts(PreparedStatement select) throws SQLException {
        List<Act> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(
                        new Act(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, OffsetDateTime.class).toInstant(),
                                row.getLong(5)));
            }
        }
        return found;
    }
}
