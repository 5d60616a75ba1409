package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** How the relay reads and marks the ledger. */
final class LedgerRows {
    /** One relay per database: "hikeshi" in seven bytes and a number. */
    private static final long LOCK = 0x68_69_6b_65_73_68_69_01L;

    private static final String ROW =
            "SELECT position, topic, id, type, key, subject, time, correlation_id, causation_id,"
                    + " value, key_id, signature FROM ledger ";

    private LedgerRows() {}

    /** Takes the relay's lock until the transaction ends; false if another replica has it. */
    static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Waits for the relay's lock. */
    static void lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
        }
    }

    /** The next unpublished rows in ledger order, at most so many rows and about so many bytes. */
    static List<LedgerRow> unpublished(Connection connection, int rows, int bytes)
            throws SQLException {
        List<LedgerRow> batch = new ArrayList<>();
        try (PreparedStatement select =
                connection.prepareStatement(
                        ROW + "WHERE published_at IS NULL ORDER BY position LIMIT " + rows)) {
            select.setFetchSize(500);
            try (ResultSet result = select.executeQuery()) {
                for (long size = 0; size < bytes && result.next(); ) {
                    LedgerRow row = read(result);
                    batch.add(row);
                    size += row.event().value().length;
                }
            }
        }
        return batch;
    }

    /** Every published row of a topic in ledger order, in portions. */
    static void published(
            Connection connection, String topic, int portion, Consumer<List<LedgerRow>> taker)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        ROW + "WHERE topic = ? AND published_at IS NOT NULL ORDER BY position")) {
            select.setString(1, topic);
            select.setFetchSize(portion);
            try (ResultSet result = select.executeQuery()) {
                List<LedgerRow> rows = new ArrayList<>(portion);
                while (result.next()) {
                    rows.add(read(result));
                    if (rows.size() == portion) {
                        taker.accept(rows);
                        rows = new ArrayList<>(portion);
                    }
                }
                if (!rows.isEmpty()) {
                    taker.accept(rows);
                }
            }
        }
    }

    /** Marks rows as published and keeps their signatures. One statement. */
    static void mark(Connection connection, List<LedgerRow> rows, Instant now) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE ledger SET key_id = sent.kid, signature = sent.signature,"
                                + " published_at = ? FROM unnest(?::bigint[], ?::text[], ?::bytea[])"
                                + " AS sent (position, kid, signature)"
                                + " WHERE ledger.position = sent.position")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(LedgerRow::position).toArray()));
            update.setArray(
                    3,
                    connection.createArrayOf(
                            "text", rows.stream().map(LedgerRow::keyId).toArray()));
            update.setArray(
                    4,
                    connection.createArrayOf(
                            "bytea",
                            rows.stream().map(LedgerRow::signature).toArray(byte[][]::new)));
            update.executeUpdate();
        }
    }

    private static LedgerRow read(ResultSet row) throws SQLException {
        OutgoingEvent event =
                new OutgoingEvent(
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant(),
                        row.getObject(8, UUID.class),
                        row.getObject(9, UUID.class),
                        row.getBytes(10));
        return new LedgerRow(
                row.getLong(1), row.getString(2), event, row.getString(11), row.getBytes(12));
    }
}
