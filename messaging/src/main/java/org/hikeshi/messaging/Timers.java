package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Timers are rows. Firing is a change of state and a ledger row in one transaction; a crash fires
 * again, a commit never. Several replicas may fire: a row is claimed with {@code FOR UPDATE SKIP
 * LOCKED}.
 */
public final class Timers {

    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<String, TimerHandler> handlers;

    public Timers(
            Transactions transactions, InstantSource clock, Collection<TimerHandler> handlers) {
        this.transactions = transactions;
        this.clock = clock;
        this.handlers =
                handlers.stream()
                        .collect(Collectors.toMap(TimerHandler::kind, Function.identity()));
    }

    /**
     * Sets a timer in the running transaction. A timer whose id is there already stays as it is.
     */
    public static void schedule(Connection connection, Timer timer) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO timer (id, kind, due_at, next_attempt_at, payload)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")) {
            insert.setObject(1, timer.id());
            insert.setString(2, timer.kind());
            insert.setObject(3, timer.dueAt().atOffset(ZoneOffset.UTC));
            insert.setObject(4, timer.dueAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, timer.payload());
            insert.executeUpdate();
        }
    }

    /** Takes a timer back in the running transaction; nothing happens if it has fired. */
    public static void cancel(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement(
                        "DELETE FROM timer WHERE id = ? AND fired_at IS NULL")) {
            delete.setObject(1, id);
            delete.executeUpdate();
        }
    }

    /** Fires one due timer; false if none is due. The round of a {@link Worker}. */
    public boolean fireOne() {
        Instant now = clock.instant();
        UUID[] claimed = new UUID[1];
        try {
            return transactions.inTransaction(
                    connection -> {
                        Optional<Timer> due = claim(connection, now);
                        if (due.isEmpty()) {
                            return false;
                        }
                        claimed[0] = due.get().id();
                        fire(connection, due.get(), now);
                        return true;
                    });
        } catch (RuntimeException e) {
            if (claimed[0] != null && Failure.of(e) != Failure.TRANSIENT) {
                postpone(claimed[0], now); // others must not wait behind it
            }
            throw e;
        }
    }

    private Optional<Timer> claim(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        "SELECT id, kind, due_at, payload FROM timer WHERE fired_at IS NULL AND"
                                + " next_attempt_at <= ? AND kind = ANY (?) ORDER BY next_attempt_at"
                                + " LIMIT 1 FOR UPDATE SKIP LOCKED")) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            select.setArray(2, connection.createArrayOf("text", handlers.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Timer(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getObject(3, OffsetDateTime.class).toInstant(),
                                        row.getString(4)))
                        : Optional.empty();
            }
        }
    }

    private void fire(Connection connection, Timer timer, Instant now) throws SQLException {
        TimerHandler handler = handlers.get(timer.kind());
        if (handler == null) {
            throw new IllegalStateException("no handler for timers of kind " + timer.kind());
        }
        handler.fire(connection, timer);
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE timer SET fired_at = ? WHERE id = ?")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, timer.id());
            update.executeUpdate();
        }
    }

    private void postpone(UUID id, Instant now) {
        transactions.doInTransaction(
                connection -> {
                    try (PreparedStatement update =
                            connection.prepareStatement(
                                    "UPDATE timer SET attempts = attempts + 1, next_attempt_at ="
                                            + " ? + least(power(2, least(attempts, 20)), 300) *"
                                            + " interval '1 second' WHERE id = ?")) {
                        update.setObject(1, now.atOffset(ZoneOffset.UTC));
                        update.setObject(2, id);
                        update.executeUpdate();
                    }
                });
    }
}
