package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Tells when the record stands still: acts wait to be chained, a chain to be signed, or what was
 * signed to leave the database, and for a while nothing of it happens. The sealer itself cannot
 * tell, for it may be waiting for a lock that somebody else holds and see no error at all;
 * therefore this looks on from a connection of its own. For one thread, but for what it last saw.
 */
final class AuditWatch {
    private static final String LOCK_HELD = "55P03";

    /** What one look saw. */
    private record Look(
            AuditRows.Unsealed unsealed, long head, long signed, long newest, boolean held) {}

    private final Transactions transactions;
    private final InstantSource clock;
    private final AuditSealer.Settings settings;
    private final LongSupplier exported;
    private final AuditAlarms told;
    private final Map<AuditCause, AuditStep> steps = new EnumMap<>(AuditCause.class);
    private final Map<AuditCause, String> found = new EnumMap<>(AuditCause.class);
    private volatile List<String> alarms = List.of();
    private long looks;
    private volatile long unsealed;

    /**
     * @param exported number of the last checkpoint that this replica knows outside the database
     * @param told hears what is seen, for those who are to be told
     */
    AuditWatch(
            Transactions transactions,
            InstantSource clock,
            AuditSealer.Settings settings,
            LongSupplier exported,
            AuditAlarms told) {
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
        this.exported = exported;
        this.told = told;
    }

    /** How often to look. */
    Duration poll() {
        Duration tenth = settings.alarmAfter().dividedBy(10);
        return tenth.compareTo(Duration.ofSeconds(5)) < 0 ? tenth : Duration.ofSeconds(5);
    }

    /** How long a look waits for somebody who holds a table. */
    private Duration patience() {
        Duration most = Duration.ofSeconds(2);
        return poll().compareTo(most) < 0 ? poll() : most;
    }

    /**
     * One look; the round of a {@link Worker}. Where somebody holds the record's tables it gives up
     * waiting soon, and that is something to tell, too.
     *
     * @return false: there is never more at once
     */
    boolean look() {
        try {
            judge(transactions.inTransaction(this::read));
            looks++;
            note(AuditCause.NOT_READ, true, looks, settings.alarmAfter(), "", "");
        } catch (DatabaseException e) {
            if (!isHeld(e)) {
                throw e;
            }
            note(
                    AuditCause.NOT_READ,
                    true,
                    looks,
                    settings.alarmAfter(),
                    "ALARM: somebody holds the record's tables, and nobody can look at it, since ",
                    "");
        }
        alarms = List.copyOf(found.values());
        return false;
    }

    private void judge(Look seen) {
        Duration longest = settings.alarmAfter();
        note(
                AuditCause.NOT_CHAINED,
                seen.unsealed().rows() > 0,
                seen.head(),
                longest,
                "ALARM: acts wait to be chained and none is, since ",
                seen.held() ? "; a session holds the sealer's lock at this moment" : "");
        note(
                AuditCause.NOT_SIGNED,
                // What is new is not signed at once.
                seen.head() > seen.signed(),
                seen.signed(),
                longest.plus(settings.every()),
                "ALARM: chained acts are not signed, since ",
                "");
        long outside = exported.getAsLong();
        note(
                AuditCause.NOT_EXPORTED,
                seen.newest() > outside,
                outside,
                longest,
                "ALARM: signed checkpoints do not leave the database, since ",
                "");
        unsealed = seen.unsealed().rows();
    }

    private void note(
            AuditCause cause,
            boolean waiting,
            long done,
            Duration longest,
            String what,
            String why) {
        AuditStep step = steps.computeIfAbsent(cause, _ -> new AuditStep());
        boolean stands = step.stands(waiting, done, clock.instant(), longest);
        String line = what + step.since() + why;
        step.tell(stands, line);
        if (stands) {
            found.put(cause, line);
            told.raise(cause, step.since());
        } else {
            found.remove(cause);
            told.clear(cause);
        }
    }

    private static boolean isHeld(DatabaseException e) {
        return e.getCause() instanceof SQLException sql && LOCK_HELD.equals(sql.getSQLState());
    }

    private Look read(Connection connection) throws SQLException {
        AuditRows.limit(connection, "lock_timeout = '" + patience().toMillis() + "ms'");
        long signed = 0;
        long newest = 0;
        var last = CheckpointRows.last(connection);
        if (last.isPresent()) {
            signed = last.get().sequence();
            newest = last.get().number();
        }
        return new Look(
                AuditRows.unsealed(connection),
                AuditRows.head(connection).sequence(),
                signed,
                newest,
                AuditRows.isLocked(connection));
    }

    /** What stands still, one line each; empty if nothing does. */
    List<String> alarms() {
        return alarms;
    }

    /** Rows that waited for their place at the last look. */
    long unsealed() {
        return unsealed;
    }
}
