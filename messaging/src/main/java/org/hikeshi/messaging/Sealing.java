package org.hikeshi.messaging;

import java.io.IOException;
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
    private final Worker sealing;
    private final Worker watching;
    private volatile boolean started;

    Sealing(Messaging.Surroundings world, AuditSealer.Settings settings) {
        Transactions transactions = world.relayTransactions();
        sealer = new AuditSealer(world.identity(), transactions, world.clock(), settings);
        watch = new AuditWatch(transactions, world.clock(), settings, sealer::exported);
        sealing = new Worker("audit", settings.poll(), sealer::cycle);
        watching = new Worker("audit-watch", watch.poll(), watch::look);
    }

    void start() {
        started = true;
        sealing.start();
        watching.start();
    }

    AuditSealer.State state() {
        return sealer.state();
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
