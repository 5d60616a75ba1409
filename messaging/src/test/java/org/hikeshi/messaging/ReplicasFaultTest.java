package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hikeshi.parts.Database;
import org.junit.jupiter.api.Test;

/** Several of everything at once: writers, relays, hearers, and hearers that come and go. */
class ReplicasFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int WRITERS = 8;

    private final Database said = House.database("said");
    private final Database heard = House.database("heard");

    @Test
    void twoRelaysAndTwoHearersWithEightWriters() throws Exception {
        try (House house = new House()) {
            house.start(House.TELLER, House.dataSource(said));
            house.start(House.TELLER, House.dataSource(said));
            house.start(House.HEARER, House.dataSource(heard), House.noting());
            house.start(House.HEARER, House.dataSource(heard), House.noting());
            write(house, 300);

            House.awaitHeard(heard, WRITERS * 300, LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
        }
    }

    /**
     * Hearers join and leave while facts pour in; a lane that must be left is left, and its records
     * come again.
     */
    @Test
    void rebalanceUnderLoad() throws Exception {
        try (House house = new House()) {
            house.start(House.TELLER, House.dataSource(said));
            house.start(House.HEARER, House.dataSource(heard), House.noting());
            try (ExecutorService writing = Executors.newSingleThreadExecutor()) {
                Future<?> done =
                        writing.submit(
                                () -> {
                                    write(house, 500);
                                    return null;
                                });
                for (int round = 0; round < 4; round++) {
                    Messaging second =
                            house.start(House.HEARER, House.dataSource(heard), House.noting());
                    House.await(
                            "it has a share",
                            LIMIT,
                            () -> second.counts().handled().sum() > 50 || done.isDone());
                    second.close();
                }
                done.get();
            }

            House.awaitHeard(heard, WRITERS * 500, LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
        }
    }

    /** A transaction that took its position early and commits late is found all the same. */
    @Test
    void aLateCommitIsNotPassedBy() throws Exception {
        try (House house = new House();
                Connection late = House.connect(said)) {
            sayLate(house, late);
            Messaging.Surroundings world = house.surroundings(House.TELLER, House.dataSource(said));
            Relay relay =
                    new Relay(
                            world,
                            new Topics(world.clients(), world.topics(), true, Clock.systemUTC()),
                            100);
            relay.cycle();
            late.commit();
            relay.cycle();
            house.start(House.HEARER, House.dataSource(heard), House.noting());

            House.awaitHeard(heard, 2, LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
        }
    }

    @Test
    void controlACursorPassesByALateCommit() throws Exception {
        try (House house = new House();
                Connection late = House.connect(said)) {
            Topics.create(house.clients(), List.of(house.declaration()));
            sayLate(house, late);
            Crooked.CursorRelay relay = new Crooked.CursorRelay(house, House.dataSource(said));
            relay.cycle();
            late.commit();
            relay.cycle();
            house.start(House.HEARER, House.dataSource(heard), House.noting());
            House.awaitHeard(heard, 1, LIMIT);

            assertThat(Violations.between(said, heard)).containsExactly("lost: late 1");
        }
    }

    private void sayLate(House house, Connection late) throws Exception {
        late.setAutoCommit(false);
        Transactions open = new OnOne(late);
        House.say(new Ledger(house.topic, open, () -> {}), open, "late", 1);
        JdbcTransactions transactions = new JdbcTransactions(House.dataSource(said));
        House.say(new Ledger(house.topic, transactions, () -> {}), transactions, "early", 2);
    }

    /** A transaction that somebody else commits. */
    private record OnOne(Connection connection) implements Transactions {
        @Override
        public <T> T inTransaction(SqlWork<T> work) {
            try {
                return work.on(connection);
            } catch (java.sql.SQLException e) {
                throw new DatabaseException(e);
            }
        }

        @Override
        public void afterCommit(Runnable action) {}
    }

    /**
     * Eight writers contend for few keys; a number is taken under the key's lock, so order can be
     * judged.
     */
    private void write(House house, int each) throws Exception {
        JdbcTransactions transactions = new JdbcTransactions(House.dataSource(said));
        Ledger ledger = new Ledger(house.topic, transactions, () -> {});
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int mine = writer;
                all.add(
                        pool.submit(
                                () -> {
                                    for (int i = 0; i < each; i++) {
                                        sayNext(transactions, ledger, "key-" + (i + mine) % 6);
                                    }
                                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private static void sayNext(JdbcTransactions transactions, Ledger ledger, String key) {
        transactions.doInTransaction(
                c -> {
                    LockedKey locked = ledger.lock(c, key);
                    int n;
                    try (var select =
                            c.prepareStatement("SELECT count(*) FROM said WHERE key = ?")) {
                        select.setString(1, key);
                        try (var row = select.executeQuery()) {
                            row.next();
                            n = row.getInt(1);
                        }
                    }
                    OutgoingEvent event = House.event(key, n);
                    House.noteSaid(c, event, n);
                    locked.append(event);
                });
    }
}
