package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when the record stands still: acts wait to be chained, a chain to be signed, or what was
 * signed to leave the database, and for a while nothing of it happens. The sealer itself cannot
 * tell, for it may be waiting for a lock that somebody else holds and see no error at all;
 * therefore this looks on from a connection of its own. For one thread, but for what it last saw.
 */
final class AuditWatch {
    private static final Logger LOG = LoggerFactory.getLogger(AuditWatch.class);

    /** What one look saw. */
    private record Look(
            AuditRows.Unsealed unsealed, long head, long signed, long newest, boolean held) {}

    /**
     * One step of the way that a row goes; {@code done} grows as it goes on. Only time that was
     * watched counts: a machine that slept, or a clock that was set, is no standstill; but what was
     * told stays told until it moves.
     */
    private static final class Step {
        private long done = -1;
        private @Nullable Instant since;
        private @Nullable Instant looked;
        private @Nullable String told;

        /** Whether it has stood still for so long with something to do. */
        boolean stands(boolean waiting, long now, Instant at, Duration longest) {
            boolean slept =
                    looked != null
                            && looked.plus(longest.dividedBy(2)).isBefore(at)
                            && told == null;
            looked = at;
            if (!waiting || now != done || since == null || at.isBefore(since) || slept) {
                done = now;
                since = at;
            }
            return !since.plus(longest).isAfter(at);
        }

        String since() {
            return String.valueOf(since == null ? null : since.truncatedTo(ChronoUnit.SECONDS));
        }

        /** Logs the beginning and the end of it once each. */
        void tell(boolean stands, String line) {
            if (stands && told == null) {
                LOG.error("audit: {}", line);
                told = line;
            } else if (!stands && told != null) {
                LOG.info("audit: over: {}", told);
                told = null;
            }
        }
    }

    private final Transactions transactions;
    private final InstantSource clock;
    private final AuditSealer.Settings settings;
    private final LongSupplier exported;
    private final Step chaining = new Step();
    private final Step signing = new Step();
    private final Step exporting = new Step();
    private volatile List<String> alarms = List.of();
    private volatile long unsealed;

    /**
     * @param exported number of the last checkpoint that this replica knows outside the database
     */
    AuditWatch(
            Transactions transactions,
            InstantSource clock,
            AuditSealer.Settings settings,
            LongSupplier exported) {
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
        this.exported = exported;
    }

    /** How often to look. */
    Duration poll() {
        Duration tenth = settings.alarmAfter().dividedBy(10);
        return tenth.compareTo(Duration.ofSeconds(5)) < 0 ? tenth : Duration.ofSeconds(5);
    }

    /**
     * One look; the round of a {@link Worker}.
     *
     * @return false: there is never more at once
     */
    boolean look() {
        Look seen = transactions.inTransaction(AuditWatch::read);
        Instant now = clock.instant();
        Duration longest = settings.alarmAfter();
        List<String> found = new ArrayList<>();
        boolean waits = seen.unsealed().rows() > 0;
        tell(
                chaining,
                chaining.stands(waits, seen.head(), now, longest),
                "ALARM: acts wait to be chained and none is, since ",
                seen.held() ? "; a session holds the sealer's lock at this moment" : "",
                found);
        tell(
                signing,
                // What is new is not signed at once.
                signing.stands(
                        seen.head() > seen.signed(),
                        seen.signed(),
                        now,
                        longest.plus(settings.every())),
                "ALARM: chained acts are not signed, since ",
                "",
                found);
        long outside = exported.getAsLong();
        tell(
                exporting,
                exporting.stands(seen.newest() > outside, outside, now, longest),
                "ALARM: signed checkpoints do not leave the database, since ",
                "",
                found);
        unsealed = seen.unsealed().rows();
        alarms = List.copyOf(found);
        return false;
    }

    private static void tell(
            Step step, boolean stands, String what, String why, List<String> found) {
        String line = what + step.since() + why;
        step.tell(stands, line);
        if (stands) {
            found.add(line);
        }
    }

    private static Look read(Connection connection) throws SQLException {
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
