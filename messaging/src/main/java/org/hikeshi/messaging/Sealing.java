package org.hikeshi.messaging;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The record of acts of one service: its sealer, and who looks on whether it gets anywhere. */
final class Sealing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

    private final AuditSealer sealer;
    private final AuditWatch watch;
    private final AuditAlarms alarms;
    private final InstantSource clock;
    private final Worker sealing;
    private final Worker watching;
    private volatile boolean started;

    Sealing(Messaging.Surroundings world, AuditSealer.Settings settings) {
        Transactions transactions = world.relayTransactions();
        sealer = new AuditSealer(world.identity(), transactions, world.clock(), settings);
        clock = world.clock();
        alarms = new AuditAlarms(clock, settings);
        watch = new AuditWatch(transactions, clock, settings, sealer::exported, alarms);
        sealing = new Worker("audit", settings.poll(), this::cycle);
        watching = new Worker("audit-watch", watch.poll(), watch::look);
    }

    void start() {
        started = true;
        sealing.start();
        watching.start();
    }

    /** A round that did not get the lock says nothing of the record or the key. */
    private boolean cycle() throws IOException {
        long turns = sealer.turns();
        try {
            boolean more = sealer.cycle();
            if (sealer.turns() > turns) {
                alarms.clear(AuditCause.CHANGED);
                alarms.clear(AuditCause.KEY);
            }
            return more;
        } catch (BrokenRecordException e) {
            alarms.raise(AuditCause.CHANGED, clock.instant());
            throw e;
        } catch (UnfitKeyException e) {
            alarms.clear(AuditCause.CHANGED);
            alarms.raise(AuditCause.KEY, clock.instant());
            throw e;
        }
    }

    AuditSealer.State state() {
        return sealer.state();
    }

    /** What somebody must be told of. */
    AuditAlarms untold() {
        return alarms;
    }

    /** What stands still, without asking the database. */
    List<String> alarms() {
        return watch.alarms();
    }

    /** Rows that waited for their place at the last look. */
    long unsealed() {
        return watch.unsealed();
    }

    /** Why the record does not go on, one line each; empty if it does. */
    List<String> troubles() {
        return Stream.concat(
                        Stream.of(
                                        sealing.trouble().map("audit: "::concat),
                                        watching.trouble().map("audit watch: "::concat))
                                .flatMap(Optional::stream),
                        watch.alarms().stream().map("audit: "::concat))
                .toList();
    }

    @Override
    public void close() {
        watching.close();
        sealing.close();
        if (started && sealing.trouble().isEmpty()) {
            try {
                sealer.finish();
            } catch (IOException | RuntimeException e) {
                // The next start does it; until then the rows wait.
                LOG.warn("audit: not sealed to the end: {}", Failure.describe(e));
            }
        }
    }
}
