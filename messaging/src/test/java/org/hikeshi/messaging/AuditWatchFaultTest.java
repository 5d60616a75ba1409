package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hikeshi.parts.Database;
import org.hikeshi.trust.KeyDirectory;
import org.hikeshi.trust.KeyEntry;
import org.junit.jupiter.api.Test;

/** A record that stands still is told, whatever holds it, and one that moves is not. */
class AuditWatchFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration ALARM = Duration.ofSeconds(60);

    private final Database database = House.database("acts");
    private final AuditHouse acts = AuditHouse.on(database);
    private Instant now = Instant.parse("2026-04-01T00:00:00Z");

    private final AuditSealer sealer = acts.sealer();
    private final AuditWatch watch =
            new AuditWatch(
                    new JdbcTransactions(acts.source),
                    () -> now,
                    settings(ALARM, Optional.of(acts.folder)),
                    sealer::exported,
                    new AuditAlarms(() -> now, settings(ALARM, Optional.of(acts.folder))));

    private static AuditSealer.Settings settings(Duration alarm, Optional<Path> folder) {
        return new AuditSealer.Settings(
                7, Duration.ofMillis(10), 1_000, Duration.ZERO, alarm, folder);
    }

    /** The sealer meets no error: it is its lock that somebody has. */
    @Test
    void aLockThatSomebodyHoldsIsToldAndThenIsNot() throws Exception {
        acts.act(1);
        sealer.cycle();
        try (Connection thief = House.connect(database);
                Statement s = thief.createStatement()) {
            s.executeQuery("SELECT pg_advisory_lock(28348)").close();
            acts.act(2);
            acts.act(3);
            pass(Duration.ofSeconds(59));
            assertThat(sealer.cycle()).as("no error").isFalse();
            assertThat(watch.alarms()).isEmpty();

            pass(Duration.ofSeconds(1));
            assertThat(watch.unsealed()).isEqualTo(2);
            assertThat(watch.alarms())
                    .singleElement()
                    .asString()
                    .contains("ALARM: acts wait to be chained", "2026-04-01T00:00:00Z")
                    .contains("; a session holds the sealer's lock");
            s.executeQuery("SELECT pg_advisory_unlock(28348)").close();
        }
        sealer.cycle();
        pass(Duration.ofSeconds(61));
        assertThat(watch.alarms()).isEmpty();
    }

    /** The control: as many rows and as much time, and the sealer gets on now and then. */
    @Test
    void controlASealerThatIsBehindAndMovesIsNoAlarm() throws Exception {
        for (int n = 0; n < 40; n++) {
            acts.act(n);
        }
        for (int minute = 0; minute < 5; minute++) {
            sealer.cycle();
            pass(Duration.ofSeconds(59));
            assertThat(watch.unsealed()).isPositive();
            assertThat(watch.alarms()).isEmpty();
        }
        pass(Duration.ofSeconds(1));
        assertThat(watch.alarms()).as("and now it stands").hasSize(1);
    }

    @Test
    void nothingToDoIsNoAlarm() throws Exception {
        acts.act(1);
        sealer.cycle();
        for (int time = 0; time < 3; time++) {
            pass(ALARM.multipliedBy(3));
            assertThat(watch.alarms()).isEmpty();
        }
    }

    /** A machine that slept, a clock that was set: the sealer had no chance either. */
    @Test
    void whatNobodyWatchedDoesNotCount() throws Exception {
        acts.act(1);
        watch.look();
        now = now.plus(Duration.ofHours(2));
        watch.look();
        assertThat(watch.alarms()).isEmpty();

        pass(Duration.ofSeconds(59));
        assertThat(watch.alarms()).isEmpty();
        pass(Duration.ofSeconds(1));
        assertThat(watch.alarms()).as("the control").hasSize(1);
    }

    /** A full or lost disk: what was signed stays where its owner could cut it. */
    @Test
    void whatDoesNotLeaveTheDatabaseIsTold() throws Exception {
        Files.createFile(acts.folder);
        acts.act(1);
        assertThat(new Attempt(sealer).fails()).isTrue();
        pass(Duration.ZERO);
        pass(ALARM);

        assertThat(watch.alarms())
                .singleElement()
                .asString()
                .startsWith("ALARM: signed checkpoints do not leave the database");
        Files.delete(acts.folder);
        sealer.cycle();
        pass(ALARM);
        assertThat(watch.alarms()).isEmpty();
    }

    /** As a service runs it: the lock really held, the trouble where operators look. */
    @Test
    void theServiceSaysSoAmongItsTroubles() throws Exception {
        Messaging.Settings quick =
                new Messaging.Settings(
                        500,
                        8,
                        Duration.ofMillis(50),
                        House.QUICK,
                        settings(Duration.ofSeconds(2), Optional.of(acts.folder)));
        try (Connection thief = House.connect(database);
                House house = new House();
                Statement s = thief.createStatement()) {
            s.executeQuery("SELECT pg_advisory_lock(28348)").close();
            acts.act(1);
            Messaging messaging =
                    house.start(
                            new Messaging(house.surroundings(House.TELLER, acts.source), quick));
            House.await("told", LIMIT, () -> messaging.auditAlarms() == 1);
            assertThat(messaging.unsealedActs()).isEqualTo(1);
            assertThat(messaging.troubles())
                    .anyMatch(one -> one.startsWith("audit: ALARM: acts wait to be chained"));
            s.executeQuery("SELECT pg_advisory_unlock(28348)").close();
            House.await("over", LIMIT, () -> messaging.auditAlarms() == 0);
            House.await("chained", LIMIT, () -> messaging.auditState().last() == 1);
        }
    }

    /**
     * The telling waits for nothing that the record waits for: neither the sealer's lock nor the
     * tables of the record, which somebody holds whole here.
     */
    @Test
    void itIsToldWhileTheLockOrTheTablesAreHeld() throws Exception {
        AuditSealer.Settings soon = settings(Duration.ofSeconds(2), Optional.of(acts.folder));
        Messaging.Settings quick =
                new Messaging.Settings(500, 8, Duration.ofMillis(50), House.QUICK, soon);
        try (Connection thief = House.connect(database);
                House house = new House();
                Statement s = thief.createStatement()) {
            s.executeQuery("SELECT pg_advisory_lock(28348)").close();
            acts.act(1);
            Messaging messaging =
                    house.start(
                            new Messaging(house.surroundings(House.TELLER, acts.source), quick));
            awaitTold(messaging, AuditCause.NOT_CHAINED, false);

            thief.setAutoCommit(false);
            s.execute("LOCK TABLE audit_entry, audit_checkpoint IN ACCESS EXCLUSIVE MODE");
            awaitTold(messaging, AuditCause.NOT_READ, false);
            assertThat(messaging.troubles())
                    .anyMatch(one -> one.startsWith("audit: ALARM: somebody holds the record's"));
            thief.rollback();
            awaitTold(messaging, AuditCause.NOT_READ, true);
            s.executeQuery("SELECT pg_advisory_unlock(28348)").close();
            thief.rollback();
            awaitTold(messaging, AuditCause.NOT_CHAINED, true);
            assertThat(told(messaging)).as("each once").isEmpty();
        }
    }

    /** What the sealer itself finds is told by its own name, and not as what follows from it. */
    @Test
    void aKeyThatMayNotSignAndARecordThatWasChangedAreTold() throws Exception {
        AuditSealer.Settings soon = settings(Duration.ofSeconds(2), Optional.of(acts.folder));
        Messaging.Settings quick =
                new Messaging.Settings(500, 8, Duration.ofMillis(50), House.QUICK, soon);
        try (House house = new House()) {
            Messaging.Surroundings world = house.surroundings(House.TELLER, acts.source);
            Messaging messaging = house.start(new Messaging(world, quick));
            acts.act(1);
            House.await("signed", LIMIT, () -> messaging.auditState().checkpoint().isPresent());
            KeyDirectory keys = world.identity().directory();
            KeyEntry entry = keys.find("teller-1").orElseThrow();
            KeyDirectory.write(house.keys.folder, entry.compromisedAt(Instant.now()));
            keys.refresh();
            acts.act(2);
            awaitTold(messaging, AuditCause.KEY, false);
            House.await("not signed", LIMIT, () -> messaging.auditAlarms() == 1);
            assertThat(told(messaging)).as("not signed: it follows").isEmpty();

            try (Connection c = House.connect(database);
                    Statement s = c.createStatement()) {
                s.execute("ALTER TABLE audit_entry DISABLE TRIGGER USER");
                s.execute("UPDATE audit_entry SET chain_hash = sha256('x') WHERE sequence = 1");
            }
            awaitTold(messaging, AuditCause.CHANGED, false);
        }
    }

    private List<AuditAlarms.Untold> told(Messaging messaging) {
        return new JdbcTransactions(acts.source)
                .inTransaction(c -> messaging.untoldAlarms().takeUntold(c, Duration.ofHours(1)));
    }

    private void awaitTold(Messaging messaging, AuditCause cause, boolean over) {
        House.await(
                cause + (over ? " over" : ""),
                LIMIT,
                () -> {
                    List<AuditAlarms.Untold> told = told(messaging);
                    assertThat(told).allMatch(one -> one.cause() == cause && one.over() == over);
                    return !told.isEmpty();
                });
    }

    /** Time passes, and the watch looks before, now and then, and after. */
    private void pass(Duration time) {
        Instant until = now.plus(time);
        watch.look();
        while (now.isBefore(until)) {
            Instant next = now.plus(ALARM.dividedBy(3));
            now = next.isBefore(until) ? next : until;
            watch.look();
        }
    }

    private record Attempt(AuditSealer sealer) {
        boolean fails() {
            try {
                sealer.cycle();
                return false;
            } catch (java.io.IOException expected) {
                return true;
            }
        }
    }
}
