package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** How parked rows are taken up again and settled. */
final class ParkedRows {
    static final String OPEN =
            "SELECT id, topic, partition, log_offset, key, source, event_id, type, cause, reason,"
                    + " attempts, parked_at, nullif(next_attempt_at, 'infinity'), record"
                    + " FROM parked_record WHERE settled_at IS NULL ";

    /** A parked row with the record it keeps. */
    record Row(ParkedRecord parked, byte[] bytes) {
        RawRecord record() {
            return RawRecord.read(parked.topic(), parked.partition(), parked.offset(), bytes);
        }

        boolean standsAlone() {
            return parked.cause().equals("forged");
        }
    }

    private ParkedRows() {}

    /** A row whose time has come, locked, with its key locked first unless it stands alone. */
    static Optional<Row> due(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        OPEN
                                + "AND next_attempt_at <= ? ORDER BY next_attempt_at LIMIT 1"
                                + " FOR UPDATE SKIP LOCKED")) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            return one(select);
        }
    }

    static Optional<Row> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(OPEN + "AND id = ? FOR UPDATE")) {
            select.setObject(1, id);
            return one(select);
        }
    }

    private static Optional<Row> one(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new Row(read(row), row.getBytes(14)))
                    : Optional.empty();
        }
    }

    static ParkedRecord read(ResultSet row) throws SQLException {
        OffsetDateTime next = row.getObject(13, OffsetDateTime.class);
        return new ParkedRecord(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, UUID.class),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getInt(11),
                row.getObject(12, OffsetDateTime.class).toInstant(),
                next == null ? null : next.toInstant());
    }

    /** Locks the row's key against events that come in behind; true if the key is parked. */
    static boolean lockKey(Connection connection, ParkedRecord parked) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT 1 FROM parked_key WHERE topic = ? AND key = ? FOR UPDATE")) {
            lock.setString(1, parked.topic());
            lock.setString(2, parked.key());
            try (ResultSet row = lock.executeQuery()) {
                return row.next();
            }
        }
    }

    static void settle(Connection connection, UUID id, String as, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE parked_record SET settled_at = ?, settled_as = ? WHERE id = ?")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, as);
            update.setObject(3, id);
            update.executeUpdate();
        }
    }

    /** Lets the next of a key have its turn; frees the key if there is none. */
    static void next(Connection connection, ParkedRecord after, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE parked_record SET next_attempt_at = least(next_attempt_at, ?) WHERE"
                                + " id = (SELECT id FROM parked_record WHERE settled_at IS NULL AND"
                                + " topic = ? AND key = ? AND cause <> 'forged'"
                                + " ORDER BY position LIMIT 1)")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setString(2, after.topic());
            update.setString(3, after.key());
            if (update.executeUpdate() > 0) {
                return;
            }
        }
        try (PreparedStatement free =
                connection.prepareStatement("DELETE FROM parked_key WHERE topic = ? AND key = ?")) {
            free.setString(1, after.topic());
            free.setString(2, after.key());
            free.executeUpdate();
        }
    }

    /** Notes a failed attempt; a null cause keeps the one it has. */
    static void postpone(
            Connection connection, UUID id, String cause, String reason, Instant nextAttempt)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE parked_record SET cause = ?, reason = ?, attempts = attempts + 1,"
                                + " next_attempt_at = ? WHERE id = ? AND settled_at IS NULL")) {
            update.setString(1, cause);
            update.setString(2, reason);
            update.setObject(3, nextAttempt.atOffset(ZoneOffset.UTC));
            update.setObject(4, id);
            update.executeUpdate();
        }
    }
}
