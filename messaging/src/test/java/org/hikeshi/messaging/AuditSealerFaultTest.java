package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hikeshi.parts.Database;
import org.hikeshi.trust.audit.Verified;
import org.junit.jupiter.api.Test;

/** The record stays whole: with several sealers, late commits, and processes that are killed. */
class AuditSealerFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Database database = House.database("acts");
    private final AuditHouse acts = AuditHouse.on(database);

    /**
     * Writers roll back now and then, which leaves holes in the positions and none in the chain.
     */
    @Test
    void threeSealersAndFourWriters() throws Exception {
        List<Worker> sealers = new ArrayList<>();
        for (int replica = 0; replica < 3; replica++) {
            AuditSealer sealer = acts.sealer();
            sealers.add(new Worker("audit", Duration.ofMillis(1), sealer::cycle));
        }
        sealers.forEach(Worker::start);
        List<Future<?>> writing = new ArrayList<>();
        try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                int seed = writer;
                writing.add(pool.submit(() -> write(new Random(seed))));
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }
        House.await("all chained", LIMIT, () -> unsealed() == 0);
        assertThat(sealers).allMatch(one -> one.trouble().isEmpty());
        sealers.forEach(Worker::close);
        acts.seal();

        Verified verified = acts.verified();
        assertThat(verified.findings()).isEmpty();
        assertThat(verified.rows()).isEqualTo(4 * 120).isEqualTo(verified.last());
        assertThat(verified.uncovered()).isZero();
        assertThat(verified.notExported()).isZero();
        assertThat(House.count(database, "SELECT max(position) FROM audit_entry"))
                .isGreaterThan(480);
    }

    private void write(Random random) {
        for (int n = 0; n < 120; ) {
            int number = n;
            boolean fails = random.nextInt(5) == 0;
            try {
                new JdbcTransactions(acts.source)
                        .doInTransaction(
                                c -> {
                                    AuditHouse.record(c, number);
                                    if (fails) {
                                        throw new IllegalStateException("rolled back");
                                    }
                                });
                n++;
            } catch (IllegalStateException rolledBack) {
                // and again
            }
        }
    }

    /**
     * Its position lies before what is chained already: whoever went by positions would miss it.
     */
    @Test
    void aLateCommitGetsTheNextPlace() throws Exception {
        try (Connection late = House.connect(database)) {
            late.setAutoCommit(false);
            AuditHouse.record(late, 1);
            acts.act(2);
            acts.seal();
            late.commit();
        }
        assertThat(
                        House.count(
                                database,
                                "SELECT count(*) FROM audit_entry WHERE position > (SELECT"
                                        + " max(position) FROM audit_entry WHERE sequence IS NOT"
                                        + " NULL)"))
                .as("what a cursor would find")
                .isZero();
        acts.seal();

        assertThat(acts.verified().rows()).isEqualTo(2);
        assertThat(acts.verified().findings()).isEmpty();
        assertThat(House.count(database, "SELECT sequence FROM audit_entry WHERE subject='case-1'"))
                .isEqualTo(2);
    }

    @Test
    void killedInTheMiddleOfABatch() throws Exception {
        acts.act(1);
        acts.seal();
        acts.act(2);
        acts.act(3);
        try (Connection holding = House.connect(database)) {
            holding.setAutoCommit(false);
            holding.createStatement()
                    .executeQuery("SELECT 1 FROM audit_entry WHERE subject = 'case-3' FOR UPDATE")
                    .close();
            try (Child child = Child.start(AuditHouse.ACTING, acts.house, database)) {
                House.await("the sealer waits for the row", LIMIT, this::sealerWaits);
                child.kill();
            }
        }
        House.await("its transaction is gone", LIMIT, () -> !sealerWaits());
        assertThat(acts.verified().findings()).isEmpty();
        assertThat(acts.verified().rows()).isEqualTo(1);
        acts.seal();

        assertThat(acts.verified().findings()).isEmpty();
        assertThat(acts.verified().rows()).isGreaterThanOrEqualTo(3);
        assertThat(acts.verified().unsealed()).isZero();
    }

    private boolean sealerWaits() {
        return House.count(
                        database,
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND"
                                + " datname = current_database() AND query LIKE 'UPDATE audit_entry%'")
                > 0;
    }

    @Test
    void killedAtRandomItCanBeVerifiedAtOnce() throws Exception {
        Random random = new Random(20_261_122);
        long before = 0;
        for (int kill = 0; kill < 4; kill++) {
            long begin = before;
            try (Child child = Child.start(AuditHouse.ACTING, acts.house, database)) {
                House.await(
                        "some chained", LIMIT, () -> sealed() > begin + 20 + random.nextInt(200));
                child.kill();
            }
            Verified verified = acts.verified();
            assertThat(verified.findings()).isEmpty();
            assertThat(verified.rows()).isGreaterThan(before);
            before = verified.rows();
        }
        // The last one killed holds the sealer's lock until its server sees that it is gone.
        House.await(
                "all is chained",
                LIMIT,
                () -> {
                    acts.seal();
                    return acts.verified().unsealed() == 0;
                });

        assertThat(acts.verified().findings()).isEmpty();
        assertThat(acts.verified().notExported()).isZero();
    }

    /**
     * A chain that was changed gets no signature over it, and an export that knows more no line.
     */
    @Test
    void nothingIsSignedOverAChangedChain() throws Exception {
        acts.act(1);
        acts.act(2);
        acts.seal();
        change("UPDATE audit_entry SET chain_hash = sha256('x') WHERE sequence = 2");
        acts.act(3);

        assertThatThrownBy(() -> acts.sealer().cycle()).isInstanceOf(BrokenRecordException.class);
        assertThat(unsealed()).isEqualTo(1);
    }

    @Test
    void anExportThatKnowsMoreIsToldAndNotOverwritten() throws Exception {
        for (int n = 1; n < 4; n++) {
            acts.act(n);
            acts.seal();
        }
        change("DELETE FROM audit_checkpoint WHERE number = 3");
        change("DELETE FROM audit_entry WHERE sequence = 3");
        acts.act(4);

        assertThatThrownBy(() -> acts.seal()).isInstanceOf(BrokenRecordException.class);
        assertThat(acts.verified().findings()).isNotEmpty();
        assertThat(acts.exported().checkpoints()).hasSize(3);
        assertThat(House.count(database, "SELECT count(*) FROM audit_checkpoint"))
                .as("nothing was signed over it")
                .isEqualTo(2);
    }

    private void change(String statement) throws SQLException {
        try (Connection c = House.connect(database);
                var s = c.createStatement()) {
            s.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
            s.execute("ALTER TABLE audit_checkpoint DISABLE TRIGGER USER");
            assertThat(s.executeUpdate(statement)).isEqualTo(1);
        }
    }

    private long sealed() {
        return House.count(database, "SELECT coalesce(max(sequence), 0) FROM audit_entry");
    }

    private long unsealed() {
        return House.count(database, "SELECT count(*) FROM audit_entry WHERE sequence IS NULL");
    }
}
