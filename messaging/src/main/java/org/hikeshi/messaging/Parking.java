package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts records aside as rows, never away. A forged record is parked alone; anything else parks its
 * key, and what comes later for the key goes behind it. The same record heard again is recognised
 * by its hash and not parked twice.
 */
final class Parking {
    private static final String INSERT =
            "INSERT INTO parked_record (topic, partition, log_offset, key, source, event_id, type,"
                    + " cause, reason, attempts, record, record_sha256, next_attempt_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(?, 'infinity'::timestamptz))"
                    + " ON CONFLICT (record_sha256) DO NOTHING";

    private Parking() {}

    /** Parks a forged record alone; false if it is known already. */
    static boolean alone(
            Connection connection, RawRecord record, String reason, Instant nextAttempt)
            throws SQLException {
        return insert(connection, record, null, "forged", reason, 1, nextAttempt);
    }

    /**
     * Parks a record and with it its key.
     *
     * @param event as far as the record could be read
     * @return false if the record is known already
     */
    static boolean withKey(
            Connection connection,
            RawRecord record,
            @Nullable IncomingEvent event,
            Failure cause,
            String reason,
            int attempts,
            Instant nextAttempt)
            throws SQLException {
        if (knows(connection, record)) {
            return false;
        }
        boolean first = lockKey(connection, record);
        String name = cause.name().toLowerCase(Locale.ROOT);
        // Behind others it waits for its turn instead of a time.
        return insert(
                connection, record, event, name, reason, attempts, first ? nextAttempt : null);
    }

    /** Puts an event behind its parked key; false if the key is not parked any more. */
    static boolean behind(Connection connection, RawRecord record, IncomingEvent event)
            throws SQLException {
        if (!isParked(connection, record)) {
            return false;
        }
        insert(connection, record, event, "behind", "its key is parked", 0, null);
        return true;
    }

    private static boolean isParked(Connection connection, RawRecord record) throws SQLException {
        try (PreparedStatement lock =
                connection.prepareStatement(
                        "SELECT 1 FROM parked_key WHERE topic = ? AND key = ? FOR UPDATE")) {
            lock.setString(1, record.topic());
            lock.setString(2, record.keyText());
            try (ResultSet row = lock.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Locks the key as parked; true if it was not parked before. */
    private static boolean lockKey(Connection connection, RawRecord record) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO parked_key (topic, key) VALUES (?, ?) ON CONFLICT (topic, key)"
                                + " DO UPDATE SET key = EXCLUDED.key WHERE false")) {
            insert.setString(1, record.topic());
            insert.setString(2, record.keyText());
            return insert.executeUpdate() == 1;
        }
    }

    private static boolean knows(Connection connection, RawRecord record) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT 1 FROM parked_record WHERE record_sha256 = ?")) {
            select.setBytes(1, record.sha256());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    private static boolean insert(
            Connection connection,
            RawRecord record,
            @Nullable IncomingEvent event,
            String cause,
            String reason,
            int attempts,
            @Nullable Instant nextAttempt)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, record.topic());
            insert.setInt(2, record.partition());
            insert.setLong(3, record.offset());
            insert.setString(4, record.keyText());
            insert.setString(5, event == null ? null : event.source());
            @Nullable UUID id = event == null ? null : event.id();
            insert.setObject(6, id, Types.OTHER);
            insert.setString(7, event == null ? null : event.type());
            insert.setString(8, cause);
            insert.setString(9, reason);
            insert.setInt(10, attempts);
            insert.setBytes(11, record.bytes());
            insert.setBytes(12, record.sha256());
            if (nextAttempt == null) {
                insert.setNull(13, Types.TIMESTAMP_WITH_TIMEZONE);
            } else {
                insert.setObject(13, nextAttempt.atOffset(ZoneOffset.UTC));
            }
            return insert.executeUpdate() == 1;
        }
    }
}
