package org.hikeshi.trust.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.trust.KeyDirectory;
import org.jspecify.annotations.Nullable;

/**
 * The tables {@code audit_entry} and {@code audit_checkpoint} of a service's database, read by
 * plain JDBC. Columns that somebody has emptied read as empty values, which no hash fits.
 */
public final class RecordTables {
    /** All columns of a checkpoint; a condition and an order may follow. */
    public static final String CHECKPOINTS =
            "SELECT service, number, sequence, chain_hash, count, at, previous, kid, signature FROM"
                    + " audit_checkpoint";

    private static final String ROWS =
            "SELECT sequence, actor, action, subject, at, detail_hash, content_hash, chain_hash,"
                    + " sealed_detail FROM audit_entry ";

    private RecordTables() {}

    /** Takes the rows one by one. */
    @FunctionalInterface
    public interface Reader {
        void row(AuditRow row, byte @Nullable [] sealedDetail);
    }

    /**
     * Verifies a whole database as the running transaction sees it.
     *
     * @param exported read before that transaction began: then the database knows all of it
     * @param asOf when it began
     */
    public static Verified judge(
            Connection connection,
            String service,
            KeyDirectory keys,
            CheckpointFile.Content exported,
            Instant asOf,
            Patience patience)
            throws SQLException {
        ChainVerifier verifier =
                new ChainVerifier(
                        service, keys, Checkpoints.now(exported, kept(connection)), asOf, patience);
        rows(connection, (row, _) -> verifier.row(row));
        return verifier.end();
    }

    /** The database's own checkpoints, in the order of their numbers. */
    public static List<Checkpoint> kept(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(CHECKPOINTS + " ORDER BY number")) {
            return checkpoints(select);
        }
    }

    /** Begins a read-only snapshot, so that services may write meanwhile. */
    public static void snapshot(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        }
    }

    /** All rows, chained ones in their order, then the others. */
    public static void rows(Connection connection, Reader reader) throws SQLException {
        connection.setAutoCommit(false); // else the driver would hold all rows at once
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            try (ResultSet row =
                    statement.executeQuery(ROWS + "ORDER BY sequence NULLS LAST, position")) {
                while (row.next()) {
                    read(row, reader);
                }
            }
        }
    }

    /** Chained rows by their sequence, both ends included, as the running transaction sees them. */
    public static void between(Connection connection, long first, long last, Reader reader)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        ROWS + "WHERE sequence BETWEEN ? AND ? ORDER BY sequence")) {
            select.setLong(1, first);
            select.setLong(2, last);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read(row, reader);
                }
            }
        }
    }

    private static void read(ResultSet row, Reader reader) throws SQLException {
        byte[] detail = row.getBytes(9);
        byte[] chainHash = row.getBytes(8);
        reader.row(
                new AuditRow(
                        row.getLong(1),
                        text(row, 2),
                        text(row, 3),
                        text(row, 4),
                        instant(row, 5),
                        hash(row, 6),
                        hash(row, 7),
                        chainHash == null ? null : Hash.of(chainHash),
                        detail == null ? null : Hash.over(detail)),
                detail);
    }

    /** What a statement that begins with {@link #CHECKPOINTS} finds. */
    public static List<Checkpoint> checkpoints(PreparedStatement select) throws SQLException {
        List<Checkpoint> found = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                found.add(
                        new Checkpoint(
                                text(row, 1),
                                row.getLong(2),
                                row.getLong(3),
                                hash(row, 4),
                                row.getLong(5),
                                instant(row, 6),
                                hash(row, 7),
                                text(row, 8),
                                text(row, 9)));
            }
        }
        return found;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Hash hash(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return Hash.of(bytes == null ? new byte[0] : bytes);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? Instant.EPOCH : at.toInstant();
    }
}
