package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which events have taken effect. The row goes in first: two that hear the same event wait for one
 * another here.
 */
final class Inbox {
    private static final String UNLESS_THERE = " ON CONFLICT (id, source) DO NOTHING";

    private static final String ENTER =
            "INSERT INTO inbox (source, id, key, type, outcome, reason)"
                    + " VALUES (?, ?, ?, ?, ?, ?)"
                    + UNLESS_THERE;
    // One statement for all events of a lane's turn, and none if their key is parked.
    private static final String ENTER_ALL =
            "INSERT INTO inbox (source, id, key, type, outcome)"
                    + " SELECT e.source, e.id, ?, e.type, 'handled'"
                    + " FROM unnest(?::text[], ?::uuid[], ?::text[]) AS e (source, id, type)"
                    + " WHERE NOT EXISTS (SELECT 1 FROM parked_key WHERE topic = ? AND key = ?)"
                    + UNLESS_THERE
                    + " RETURNING id";
    private static final String ENTER_ONE =
            "INSERT INTO inbox (source, id, key, type, outcome) SELECT ?, ?::uuid, ?, ?, 'handled'"
                    + " WHERE NOT EXISTS (SELECT 1 FROM parked_key WHERE topic = ? AND key = ?)"
                    + UNLESS_THERE;

    private Inbox() {}

    /** Enters an event unless it is there already or its key is parked; true if it was entered. */
    static boolean enter(Connection connection, String topic, IncomingEvent event)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTER_ONE)) {
            insert.setString(1, event.source());
            insert.setObject(2, event.id());
            insert.setString(3, event.key());
            insert.setString(4, event.type());
            insert.setString(5, topic);
            insert.setString(6, event.key());
            return insert.executeUpdate() == 1;
        }
    }

    /** The same for several events of one key; returns the ids that were entered. */
    static Set<UUID> enterAll(Connection connection, String topic, List<IncomingEvent> events)
            throws SQLException {
        String key = events.getFirst().key();
        try (PreparedStatement insert = connection.prepareStatement(ENTER_ALL)) {
            insert.setString(1, key);
            insert.setArray(2, texts(connection, events.stream().map(IncomingEvent::source)));
            insert.setArray(
                    3,
                    connection.createArrayOf(
                            "uuid", events.stream().map(IncomingEvent::id).toArray()));
            insert.setArray(4, texts(connection, events.stream().map(IncomingEvent::type)));
            insert.setString(5, topic);
            insert.setString(6, key);
            Set<UUID> entered = new HashSet<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    entered.add(rows.getObject(1, UUID.class));
                }
            }
            return entered;
        }
    }

    /**
     * Enters an event with its outcome, whether its key is parked or not; false if it was there.
     */
    static boolean enter(
            Connection connection, IncomingEvent event, String outcome, @Nullable String reason)
            throws SQLException {
        return enter(
                connection, event.source(), event.id(), event.key(), event.type(), outcome, reason);
    }

    static boolean enter(
            Connection connection,
            String source,
            UUID id,
            String key,
            String type,
            String outcome,
            @Nullable String reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ENTER)) {
            insert.setString(1, source);
            insert.setObject(2, id);
            insert.setString(3, key);
            insert.setString(4, type);
            insert.setString(5, outcome);
            insert.setString(6, reason);
            return insert.executeUpdate() == 1;
        }
    }

    static boolean holds(Connection connection, IncomingEvent event) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM inbox WHERE id = ? AND source = ?")) {
            select.setObject(1, event.id());
            select.setString(2, event.source());
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        }
    }

    static void refused(Connection connection, IncomingEvent event, String reason)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE inbox SET outcome = 'refused', reason = ? WHERE id = ? AND source = ?")) {
            update.setString(1, reason);
            update.setObject(2, event.id());
            update.setString(3, event.source());
            update.executeUpdate();
        }
    }

    private static java.sql.Array texts(
            Connection connection, java.util.stream.Stream<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }
}
