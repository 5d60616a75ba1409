package org.hikeshi.messaging;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.Verdict;
import org.hikeshi.trust.audit.AuditChain;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.Hash;
import org.jspecify.annotations.Nullable;

/**
 * Chains what was done (ADR 0206). One cycle is one transaction: take the sealer's lock, look
 * whether the chain still is what was signed last, number and chain the committed rows that have no
 * number, sign the end if it is time, commit; then bring what was signed out of the database. A
 * death anywhere leaves either nothing or all of a cycle, and what was signed and not exported is
 * exported by the next one. Any replica may run cycles; the lock lets one at a time.
 */
public final class AuditSealer {
    /**
     * How acts are chained.
     *
     * @param batch most rows of one cycle
     * @param poll how often rows are looked for
     * @param rows how many rows are signed at the latest
     * @param every how soon after the checkpoint before a new row is signed
     * @param alarmAfter how long acts may wait without any progress before it is told
     * @param folder where checkpoints go; empty: to the log
     */
    public record Settings(
            int batch,
            Duration poll,
            int rows,
            Duration every,
            Duration alarmAfter,
            Optional<Path> folder) {
        public static final Settings DEFAULT =
                new Settings(
                        1_000,
                        Duration.ofMillis(500),
                        1_000,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Optional.empty());
    }

    /**
     * How things stand, by the database's own word.
     *
     * @param last sequence of the last chained row
     * @param unsealed rows not yet chained
     * @param oldest when the oldest of them was done
     */
    public record State(
            long last,
            long unsealed,
            Optional<Instant> oldest,
            Optional<Checkpoint> checkpoint,
            Optional<Path> folder) {}

    /**
     * What a cycle did.
     *
     * @param held whether it had the sealer's lock
     * @param newest the last checkpoint; null if there is none or another replica has the lock
     * @param unfit why nothing was signed though it was time; null if it was not time or it was
     * @param unread why the export could not be read; then nothing was signed either
     */
    private record Cycle(
            boolean held,
            boolean more,
            @Nullable Checkpoint newest,
            @Nullable Verdict unfit,
            @Nullable IOException unread) {}

    private final ServiceIdentity identity;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Settings settings;
    private final CheckpointExport export;
    private long turns;
    private boolean compared;

    AuditSealer(
            ServiceIdentity identity,
            Transactions transactions,
            InstantSource clock,
            Settings settings) {
        this.identity = identity;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
        this.export = new CheckpointExport(transactions, settings, identity.service());
    }

    /**
     * One cycle; the round of a {@link Worker}. It gives up on a row that somebody else holds for
     * five seconds, lest he keep the service from ending.
     *
     * @return true if there may be more
     * @throws BrokenRecordException if the chain is not what was signed or exported
     * @throws UnfitKeyException if it was time to sign and nobody would accept the signature
     */
    synchronized boolean cycle() throws IOException {
        return cycle(
                connection -> {
                    AuditRows.limit(connection, "lock_timeout = '5s'");
                    return seal(connection, false);
                });
    }

    /**
     * Chains, signs and exports what there is, whether it is time or not, so that nothing done
     * before a service ends is signed long after; waits for nobody longer than two seconds.
     */
    synchronized void finish() throws IOException {
        boolean more = true;
        while (more) {
            more =
                    cycle(
                            connection -> {
                                AuditRows.limit(connection, "statement_timeout = '2s'");
                                return seal(connection, true);
                            });
        }
    }

    private synchronized boolean cycle(SqlWork<Cycle> work) throws IOException {
        Cycle done = transactions.inTransaction(work);
        if (done.newest() != null) {
            export.bringOut(done.newest());
        }
        if (done.unread() != null) {
            throw done.unread();
        }
        if (done.unfit() != null) {
            throw new UnfitKeyException(done.unfit());
        }
        if (done.held()) {
            turns++;
        }
        return done.more();
    }

    private Cycle seal(Connection connection, boolean last) throws SQLException {
        if (!AuditRows.tryLock(connection)) {
            return new Cycle(false, false, null, null, null);
        }
        Checkpoint before = CheckpointRows.last(connection).orElse(null);
        requireWhole(connection, before);
        if (!compared) {
            compared = export.isContained(connection, before);
        }
        AuditRows.Head head = AuditRows.head(connection);
        List<AuditRows.Waiting> waiting = AuditRows.waiting(connection, settings.batch());
        if (!waiting.isEmpty()) {
            head = chain(connection, head, waiting);
        }
        boolean more = waiting.size() >= settings.batch();
        long signed = before == null ? 0 : before.sequence();
        if (!(last ? head.sequence() > signed : isDue(before, head.sequence()))) {
            return new Cycle(true, more, before, null, null);
        }
        IOException unread = export.requireKnown(connection, before);
        if (unread != null) {
            return new Cycle(true, more, before, null, unread);
        }
        Checkpoint next =
                Checkpoint.sign(
                        identity, before, head.sequence(), head.chainHash(), clock.instant());
        Verdict verdict = next.judge(identity.directory());
        if (verdict != Verdict.VALID) {
            return new Cycle(true, more, before, verdict, null);
        }
        CheckpointRows.insert(connection, next);
        return new Cycle(true, more, next, null, null);
    }

    /** What was changed must not get a signature over it as if it were sound. */
    private static void requireWhole(Connection connection, @Nullable Checkpoint before)
            throws SQLException {
        if (before != null
                && !AuditRows.chainHash(connection, before.sequence())
                        .equals(Optional.of(before.chainHash()))) {
            throw new BrokenRecordException(
                    "the record of acts is not what its last checkpoint says");
        }
    }

    private AuditRows.Head chain(
            Connection connection, AuditRows.Head head, List<AuditRows.Waiting> waiting)
            throws SQLException {
        List<AuditRows.Sealed> sealed = new ArrayList<>(waiting.size());
        long sequence = head.sequence();
        Hash hash = head.chainHash();
        for (AuditRows.Waiting row : waiting) {
            sequence++;
            hash = AuditChain.link(identity.service(), sequence, hash, row.content());
            sealed.add(new AuditRows.Sealed(row.position(), sequence, hash));
        }
        AuditRows.place(connection, sealed);
        return new AuditRows.Head(sequence, hash);
    }

    private boolean isDue(@Nullable Checkpoint before, long last) {
        if (before == null) {
            return last > 0;
        }
        Instant now = clock.instant();
        return last - before.sequence() >= settings.rows()
                || (last > before.sequence()
                        && (!now.isBefore(before.at().plus(settings.every()))
                                // a clock that was set back must not stop the signing
                                || now.isBefore(before.at())));
    }

    /** Rounds in which it had the lock and met no trouble, since the start. */
    synchronized long turns() {
        return turns;
    }

    /** Number of the last checkpoint that this replica has seen outside; 0 if none. */
    long exported() {
        return export.exported();
    }

    /**
     * @throws DatabaseException if the database does not answer
     */
    State state() {
        return transactions.inTransaction(
                connection -> {
                    AuditRows.Unsealed unsealed = AuditRows.unsealed(connection);
                    return new State(
                            AuditRows.head(connection).sequence(),
                            unsealed.rows(),
                            unsealed.oldest(),
                            CheckpointRows.last(connection),
                            settings.folder());
                });
    }
}
