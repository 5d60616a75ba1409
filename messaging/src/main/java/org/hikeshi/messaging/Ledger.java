package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;

/**
 * What this service says on one topic. Nothing is appended without the row lock of its key, so two
 * transactions never hand out positions of the same key at once, and what was decided first is said
 * first.
 *
 * <p>Whoever locks several keys in one transaction locks them in their natural order.
 */
public final class Ledger {
    /** Bytes of key, subject, type and value together; far below what a broker takes (1 MiB). */
    public static final int LIMIT_BYTES = 256 * 1024;

    // Locks an existing row without writing a new version of it: the conflict locks even where the
    // condition is false.
    private static final String LOCK =
            "INSERT INTO ledger_key (key) VALUES (?) ON CONFLICT (key) DO UPDATE SET key = EXCLUDED.key WHERE false";
    private static final String COLUMNS =
            "(id, topic, key, type, subject, time, correlation_id, causation_id, value)";
    private static final String APPEND =
            "INSERT INTO ledger " + COLUMNS + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    // The position is taken only after the row of the locked key came out of the first part.
    private static final String LOCK_AND_APPEND =
            "WITH locked AS (INSERT INTO ledger_key (key) VALUES (?)"
                    + " ON CONFLICT (key) DO UPDATE SET key = EXCLUDED.key RETURNING key)"
                    + " INSERT INTO ledger "
                    + COLUMNS
                    + " SELECT ?::uuid, ?, key, ?, ?, ?::timestamptz, ?::uuid, ?::uuid, ?::bytea FROM locked";

    private final String topic;
    private final Transactions transactions;
    private final Runnable wakeRelay;

    /**
     * @param wakeRelay called after each commit that appended; the relay's polling finds what it
     *     misses
     */
    public Ledger(String topic, Transactions transactions, Runnable wakeRelay) {
        this.topic = topic;
        this.transactions = transactions;
        this.wakeRelay = wakeRelay;
    }

    /** Locks the key until the transaction ends, creating its row if need be. One statement. */
    public LockedKey lock(Connection connection, String key) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, key);
            lock.executeUpdate();
        }
        return new LockedKey(this, connection, key);
    }

    /**
     * Locks the event's key and appends in one statement: for the first and only event of a
     * transaction.
     *
     * @throws EventTooLargeException above {@link #LIMIT_BYTES}
     */
    public void lockAndAppend(Connection connection, OutgoingEvent event) throws SQLException {
        insert(connection, event, true);
    }

    void append(Connection connection, OutgoingEvent event) throws SQLException {
        insert(connection, event, false);
    }

    private void insert(Connection connection, OutgoingEvent event, boolean lock)
            throws SQLException {
        checkSize(event);
        String sql = lock ? LOCK_AND_APPEND : APPEND;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int at = 1;
            if (lock) {
                insert.setString(at++, event.key());
            }
            insert.setObject(at++, event.id());
            insert.setString(at++, topic);
            if (!lock) {
                insert.setString(at++, event.key());
            }
            insert.setString(at++, event.type());
            insert.setString(at++, event.subject());
            insert.setObject(at++, event.time().atOffset(ZoneOffset.UTC));
            insert.setObject(at++, event.correlationId());
            insert.setObject(at++, event.causationId(), Types.OTHER);
            insert.setBytes(at, event.value());
            insert.executeUpdate();
        }
        transactions.afterCommit(wakeRelay);
    }

    private static void checkSize(OutgoingEvent event) {
        int bytes =
                event.value().length
                        + 4
                                * (event.key().length()
                                        + event.subject().length()
                                        + event.type().length());
        if (bytes > LIMIT_BYTES) {
            throw new EventTooLargeException(event.type(), bytes, LIMIT_BYTES);
        }
    }
}
