package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.RecordTables;
import org.jspecify.annotations.Nullable;

/** The checkpoints of the record of acts, as their service keeps them. */
final class CheckpointRows {
    private CheckpointRows() {}

    static Optional<Checkpoint> last(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        RecordTables.CHECKPOINTS + " ORDER BY number DESC LIMIT 1")) {
            return RecordTables.checkpoints(select).stream().findFirst();
        }
    }

    /**
     * All after one that the export ends with, null if it is empty.
     *
     * @throws BrokenRecordException if that one is not ours
     */
    static List<Checkpoint> after(Connection connection, @Nullable Checkpoint exported)
            throws SQLException {
        long from = exported == null ? 1 : exported.number();
        List<Checkpoint> found = from(connection, from, Integer.MAX_VALUE);
        if (exported == null) {
            return found;
        }
        if (found.isEmpty() || !found.getFirst().equals(exported)) {
            throw new BrokenRecordException(
                    "the export ends with a checkpoint that the database does not know");
        }
        return found.subList(1, found.size());
    }

    /** Those from a number on. */
    static List<Checkpoint> from(Connection connection, long number, int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        RecordTables.CHECKPOINTS + " WHERE number >= ? ORDER BY number LIMIT ?")) {
            select.setLong(1, number);
            select.setInt(2, most);
            return RecordTables.checkpoints(select);
        }
    }

    /** Number of the last checkpoint that was said in the log; 0 if none was. */
    static long said(Connection connection) throws SQLException {
        return number(connection, "SELECT number FROM audit_export");
    }

    /** As {@link #said}; nobody else moves the mark until the transaction ends. */
    static long holdSaid(Connection connection) throws SQLException {
        return number(connection, "SELECT number FROM audit_export FOR UPDATE");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static void mark(Connection connection, long number) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "INSERT INTO audit_export (number) VALUES (?) ON CONFLICT (one) DO UPDATE"
                                + " SET number = EXCLUDED.number")) {
            update.setLong(1, number);
            update.executeUpdate();
        }
    }

    static void insert(Connection connection, Checkpoint one) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO audit_checkpoint (service, number, sequence, chain_hash,"
                                + " count, at, previous, kid, signature) VALUES (?, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?)")) {
            insert.setString(1, one.service());
            insert.setLong(2, one.number());
            insert.setLong(3, one.sequence());
            insert.setBytes(4, one.chainHash().bytes());
            insert.setLong(5, one.count());
            insert.setObject(6, one.at().atOffset(ZoneOffset.UTC));
            insert.setBytes(7, one.previous().bytes());
            insert.setString(8, one.kid());
            insert.setString(9, one.signature());
            insert.executeUpdate();
        }
    }
}
