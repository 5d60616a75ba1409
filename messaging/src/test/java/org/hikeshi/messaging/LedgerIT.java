package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hikeshi.parts.Database;
import org.hikeshi.trust.AuditEntry;
import org.junit.jupiter.api.Test;

/** Appending, its lock, and the rows beside it. */
class LedgerIT {
    private final Database database = House.database("ledger");
    private final JdbcTransactions transactions = new JdbcTransactions(House.dataSource(database));
    private final AtomicInteger woken = new AtomicInteger();
    private final Ledger ledger = new Ledger("facts", transactions, woken::incrementAndGet);

    @Test
    void theLockIsHeldUntilTheTransactionEnds() {
        transactions.doInTransaction(
                c -> {
                    ledger.lock(c, "key");
                    assertThat(locked("key")).isTrue();
                    assertThat(locked("other")).isFalse();
                });
        assertThat(locked("key")).isFalse();
        transactions.doInTransaction(
                c -> {
                    ledger.lock(
                            c, "key"); // the row is there already: nothing is written, yet it is
                    // locked
                    assertThat(locked("key")).isTrue();
                });
    }

    @Test
    void lockAndAppendInOneStatementLocksToo() {
        transactions.doInTransaction(
                c -> {
                    ledger.lockAndAppend(c, House.event("key", 1));
                    assertThat(locked("key")).isTrue();
                });

        assertThat(
                        House.count(
                                database,
                                "SELECT count(*) FROM ledger WHERE key = 'key' AND value ="
                                        + " '{\"n\":1}'"))
                .isEqualTo(1);
    }

    @Test
    void theRelayIsWokenByACommitAndNotByARollback() {
        assertThatThrownBy(
                        () ->
                                transactions.doInTransaction(
                                        c -> {
                                            ledger.lock(c, "key").append(House.event("key", 1));
                                            throw new IllegalStateException("no");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(woken.get()).isZero();
        assertThat(House.count(database, "SELECT count(*) FROM ledger")).isZero();
        transactions.doInTransaction(c -> ledger.lock(c, "key").append(House.event("key", 1)));

        assertThat(woken.get()).isEqualTo(1);
    }

    @Test
    void onlyEventsOfTheLockedKeyAreTaken() {
        assertThatThrownBy(
                        () ->
                                transactions.doInTransaction(
                                        c -> ledger.lock(c, "key").append(House.event("other", 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAuditRowCarriesTheHashOfWhatReadsBack() throws Exception {
        AuditEntry entry =
                new AuditEntry(
                        "actor",
                        "act",
                        "subject",
                        Instant.parse("2026-04-01T09:00:00.123456789Z"),
                        new byte[] {1});
        transactions.doInTransaction(c -> new AuditLog().record(c, entry));
        try (Connection c = House.connect(database);
                var row =
                        c.createStatement()
                                .executeQuery(
                                        "SELECT actor, action, subject, at, sealed_detail,"
                                                + " content_hash FROM audit_entry")) {
            row.next();
            AuditEntry back =
                    new AuditEntry(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant(),
                            row.getBytes(5));

            assertThat(row.getBytes(6)).isEqualTo(back.contentHash());
        }
    }

    @Test
    void aTimerFiresOnceAndAFailingOneDoesNotStopOthers() {
        Instant now = Instant.parse("2026-04-01T09:00:00Z");
        AtomicInteger fired = new AtomicInteger();
        TimerHandler good = timer("good", fired::incrementAndGet);
        TimerHandler bad =
                timer(
                        "bad",
                        () -> {
                            throw new IllegalStateException("no");
                        });
        Timers timers =
                new Timers(
                        transactions,
                        Clock.fixed(now, java.time.ZoneOffset.UTC),
                        List.of(good, bad));
        transactions.doInTransaction(
                c -> {
                    Timers.schedule(
                            c, new Timer(UUID.randomUUID(), "bad", now.minusSeconds(9), ""));
                    Timers.schedule(
                            c, new Timer(UUID.randomUUID(), "good", now.minusSeconds(5), ""));
                    Timers.schedule(
                            c, new Timer(UUID.randomUUID(), "good", now.plusSeconds(5), ""));
                });
        assertThatThrownBy(timers::fireOne).isInstanceOf(IllegalStateException.class);

        assertThat(timers.fireOne()).isTrue();
        assertThat(timers.fireOne()).isFalse();
        assertThat(fired.get()).isEqualTo(1);
        assertThat(House.count(database, "SELECT attempts FROM timer WHERE kind = 'bad'"))
                .isEqualTo(1);
    }

    private static TimerHandler timer(String kind, Runnable action) {
        return new TimerHandler() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public void fire(Connection connection, Timer timer) {
                action.run();
            }
        };
    }

    private boolean locked(String key) {
        return House.count(
                                database,
                                "SELECT count(*) FROM (SELECT 1 FROM ledger_key WHERE key = '"
                                        + key
                                        + "') k")
                        == 1
                ? isLocked(key)
                : isInserting(key);
    }

    private boolean isLocked(String key) {
        return House.count(
                        database,
                        "SELECT count(*) FROM (SELECT 1 FROM ledger_key WHERE key = '"
                                + key
                                + "' FOR UPDATE SKIP LOCKED) k")
                == 0;
    }

    /** A row somebody is inserting cannot be seen; inserting it as well would wait. */
    private boolean isInserting(String key) {
        try (Connection c = House.connect(database);
                var s = c.createStatement()) {
            c.setAutoCommit(false);
            s.execute("SET lock_timeout = '200ms'");
            s.execute("INSERT INTO ledger_key VALUES ('" + key + "') ON CONFLICT DO NOTHING");
            c.rollback();
            return false;
        } catch (java.sql.SQLException e) {
            return "55P03".equals(e.getSQLState());
        }
    }
}
