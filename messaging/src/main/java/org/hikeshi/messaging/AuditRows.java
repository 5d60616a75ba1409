package org.hikeshi.messaging;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hikeshi.trust.audit.Hash;

/** The tables of the record of acts, as its sealer uses them. */
final class AuditRows {
    /** Any number that nobody else in this database takes: "audit" on a telephone's keys. */
    private static final long LOCK = 28_348;

    /** A row that waits. */
    record Waiting(long position, Hash content) {}

    /** A row that gets its place. */
    record Sealed(long position, long sequence, Hash chainHash) {}

    /** The end of the chain; 0 and no hash before the first row. */
    record Head(long sequence, Hash chainHash) {}

    /** Rows without a place, and when the oldest of them was done. */
    record Unsealed(long rows, Optional<Instant> oldest) {}

    private AuditRows() {}

    /** Takes the sealer's lock until the transaction ends; false if another replica has it. */
    static boolean tryLock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT pg_try_advisory_xact_lock(" + LOCK + ")")) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** How long this transaction waits for others at most: a setting of the database. */
    static void limit(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL " + setting);
        }
    }

    /** Whether anybody has the sealer's lock at this moment. */
    static boolean isLocked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                                        + " AND classid = 0 AND objid = "
                                        + LOCK
                                        + " AND database = (SELECT oid FROM pg_database WHERE"
                                        + " datname = current_database())")) {
            return row.next() && row.getLong(1) > 0;
        }
    }

    static Unsealed unsealed(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT count(*), min(at) FROM audit_entry WHERE sequence IS"
                                        + " NULL")) {
            row.next();
            return new Unsealed(
                    row.getLong(1),
                    Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant));
        }
    }

    static Head head(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT sequence, chain_hash FROM audit_entry WHERE sequence IS NOT"
                                        + " NULL ORDER BY sequence DESC LIMIT 1")) {
            return row.next()
                    ? new Head(row.getLong(1), Hash.of(row.getBytes(2)))
                    : new Head(0, Hash.NONE);
        }
    }

    static Optional<Hash> chainHash(Connection connection, long sequence) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT chain_hash FROM audit_entry WHERE sequence = ?")) {
            select.setLong(1, sequence);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Hash.of(row.getBytes(1))) : Optional.empty();
            }
        }
    }

    /** Committed rows without a place, in the order in which they were begun. */
    static List<Waiting> waiting(Connection connection, int most) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT position, content_hash FROM audit_entry WHERE sequence IS NULL"
                                + " ORDER BY position LIMIT ?")) {
            select.setInt(1, most);
            List<Waiting> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Waiting(row.getLong(1), Hash.of(row.getBytes(2))));
                }
            }
            return rows;
        }
    }

    /** Gives all of them their places in one statement. */
    static void place(Connection connection, List<Sealed> rows) throws SQLException {
        Array positions =
                connection.createArrayOf("bigint", rows.stream().map(Sealed::position).toArray());
        Array sequences =
                connection.createArrayOf("bigint", rows.stream().map(Sealed::sequence).toArray());
        Array hashes =
                connection.createArrayOf(
                        "bytea",
                        rows.stream().map(row -> row.chainHash().bytes()).toArray(byte[][]::new));
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE audit_entry SET sequence = sealed.sequence, chain_hash ="
                                + " sealed.chain_hash FROM unnest(?, ?, ?) AS sealed (position,"
                                + " sequence, chain_hash) WHERE audit_entry.position ="
                                + " sealed.position AND audit_entry.sequence IS NULL")) {
            update.setArray(1, positions);
            update.setArray(2, sequences);
            update.setArray(3, hashes);
            if (update.executeUpdate() != rows.size()) {
                throw new BrokenRecordException("acts vanished while they were chained");
            }
        }
    }
}
