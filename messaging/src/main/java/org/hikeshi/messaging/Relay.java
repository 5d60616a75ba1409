package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.hikeshi.trust.ServiceIdentity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the ledger to the broker. One cycle is one transaction: take the relay's lock, read
 * unpublished rows in ledger order, sign, send, wait for every acknowledgement, mark, commit. A
 * crash anywhere leaves rows unmarked that are sent again; hearers know them by their id. Any
 * replica may run cycles; the lock lets one at a time.
 *
 * <p>A topic that was made anew is told everything again before anything new is said on it.
 */
final class Relay implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final int PORTION = 1_000;
    private static final Duration ID_AGE = Duration.ofSeconds(2);

    private final Transactions transactions;
    private final ServiceIdentity identity;
    private final Topics topics;
    private final Sender sender;
    private final InstantSource clock;
    private final int batchRows;
    private final Map<String, String> toldTo = new ConcurrentHashMap<>();
    private final LongAdder published = new LongAdder();
    private final LongAdder republished = new LongAdder();

    Relay(Messaging.Surroundings world, Topics topics, int batchRows) {
        this.transactions = world.relayTransactions();
        this.identity = world.identity();
        this.topics = topics;
        this.sender = new Sender(world.clients(), identity.service());
        this.clock = world.clock();
        this.batchRows = batchRows;
    }

    /**
     * One cycle; the round of a {@link Worker}.
     *
     * @return true if there may be more
     */
    synchronized boolean cycle() throws InterruptedException {
        boolean anew = lookForEmptiedTopics();
        Sender.Result result =
                transactions.inTransaction(
                        connection -> {
                            if (!LedgerRows.tryLock(connection)) {
                                return new Sender.Result(List.of(), null);
                            }
                            if (anew) {
                                tellAgain(connection);
                            }
                            return relay(connection);
                        });
        if (result.failure() != null) {
            throw new TransientFailureException("the broker did not take all", result.failure());
        }
        return result.acknowledged().size() >= batchRows;
    }

    private Sender.Result relay(Connection connection) throws SQLException {
        List<LedgerRow> rows = LedgerRows.unpublished(connection, batchRows, 8 << 20);
        if (rows.isEmpty()) {
            return new Sender.Result(rows, null);
        }
        List<LedgerRow> signed = new ArrayList<>(rows.size());
        for (LedgerRow row : rows) {
            signed.add(signed(row));
        }
        Sender.Result result = sender.send(signed);
        LedgerRows.mark(connection, result.acknowledged(), clock.instant());
        published.add(result.acknowledged().size());
        return result;
    }

    private LedgerRow signed(LedgerRow row) {
        String kid = identity.key().kid();
        return row.signed(kid, identity.sign(row.toSign(identity.service(), kid)));
    }

    /** True if a topic is not the one that the ledger was told to last. */
    private boolean lookForEmptiedTopics() throws InterruptedException {
        boolean anew = false;
        for (String topic : topics.names()) {
            anew |= !topics.freshIdOf(topic, ID_AGE).equals(toldTo.get(topic));
        }
        return anew;
    }

    private void tellAgain(Connection connection) throws SQLException {
        for (String topic : topics.names()) {
            String id = topics.idOf(topic).orElseThrow();
            if (!id.equals(toldTo.get(topic)) && isAnother(connection, topic, id)) {
                sender.close();
                long count = tellAgain(connection, topic);
                remember(connection, topic, id);
                LOG.warn("topic {} was made anew: {} events said again", topic, count);
            }
            toldTo.put(topic, id);
        }
    }

    private static boolean isAnother(Connection connection, String topic, String id)
            throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT topic_id FROM ledger_topic WHERE topic = ?")) {
            select.setString(1, topic);
            try (ResultSet row = select.executeQuery()) {
                return !row.next() || !row.getString(1).equals(id);
            }
        }
    }

    private static void remember(Connection connection, String topic, String id)
            throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        "INSERT INTO ledger_topic (topic, topic_id) VALUES (?, ?) ON CONFLICT (topic)"
                                + " DO UPDATE SET topic_id = EXCLUDED.topic_id")) {
            upsert.setString(1, topic);
            upsert.setString(2, id);
            upsert.executeUpdate();
        }
    }

    /**
     * Says the whole ledger again, byte by byte as before, in ledger order; nothing new is said
     * meanwhile.
     *
     * @return how many events
     */
    synchronized long republish() throws InterruptedException {
        topics.look();
        return transactions.inTransaction(
                connection -> {
                    LedgerRows.lock(connection);
                    long count = 0;
                    for (String topic : topics.names()) {
                        count += tellAgain(connection, topic);
                        remember(connection, topic, topics.idOf(topic).orElseThrow());
                    }
                    return count;
                });
    }

    private long tellAgain(Connection connection, String topic) throws SQLException {
        long before = republished.sum();
        LedgerRows.published(
                connection,
                topic,
                PORTION,
                rows -> {
                    Sender.Result result = sender.send(rows);
                    if (result.failure() != null) {
                        throw new TransientFailureException(
                                "the broker did not take all", result.failure());
                    }
                    republished.add(rows.size());
                });
        return republished.sum() - before;
    }

    long published() {
        return published.sum();
    }

    long republished() {
        return republished.sum();
    }

    @Override
    public synchronized void close() {
        sender.close();
    }
}
