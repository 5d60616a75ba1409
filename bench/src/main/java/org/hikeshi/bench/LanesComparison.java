package org.hikeshi.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.Outcome;

/**
 * Lanes (fetch, verify, inbox row, handler's row, commit) ÷ bare transactions of one insert by as
 * many threads.
 */
final class LanesComparison implements Comparison {
    private static final int EVENTS = 20_000;
    private static final int JOINED = 2_000;
    private static final String INSERT = "INSERT INTO heard (id, value) VALUES (?, ?)";

    private final Ground ground = new Ground("bench_lanes");

    LanesComparison() throws SQLException {
        try (Connection connection = ground.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE heard (id uuid PRIMARY KEY, value bytea NOT NULL)");
        }
    }

    @Override
    public String name() {
        return "lanes ÷ bare inserts, one event per commit";
    }

    @Override
    public Aim aim() {
        return new Aim(0.5, 0.5);
    }

    @Override
    public double baseline() throws Exception {
        return Ground.perSecond(
                EVENTS,
                () -> {
                    try (Connection connection = ground.source().getConnection()) {
                        connection.setAutoCommit(false);
                        insert(connection, UUID.randomUUID(), Ground.event().value());
                        connection.commit();
                        connection.setAutoCommit(true);
                    }
                });
    }

    @Override
    public double measured() throws Exception {
        String topic = "lanes-" + UUID.randomUUID();
        AtomicInteger heard = new AtomicInteger();
        try (Messaging saying = ground.messaging(topic, List.of())) {
            RelayComparison.fill(ground, saying.ledger(topic), EVENTS);
            saying.start();
            Ground.until(EVENTS, 0, () -> saying.published() == EVENTS);
        }
        try (Messaging hearing = ground.messaging(topic, List.of(handler(heard)))) {
            hearing.start();
            // Joining the group is not what is compared.
            Ground.until(JOINED, 0, () -> heard.get() >= JOINED);
            int before = heard.get();
            long start = System.nanoTime();
            return Ground.until(EVENTS - before, start, () -> heard.get() >= EVENTS);
        }
    }

    private static EventHandler handler(AtomicInteger heard) {
        return new EventHandler() {
            @Override
            public Set<String> types() {
                return Set.of(Ground.TYPE);
            }

            @Override
            public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
                insert(connection, event.id(), event.value());
                heard.incrementAndGet();
                return new Outcome.Handled();
            }
        };
    }

    private static void insert(Connection connection, UUID id, byte[] value) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setBytes(2, value);
            insert.executeUpdate();
        }
    }

    @Override
    public void close() {
        ground.close();
    }
}
