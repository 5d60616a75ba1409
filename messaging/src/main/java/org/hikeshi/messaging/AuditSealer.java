package org.hikeshi.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hikeshi.trust.ServiceIdentity;
import org.hikeshi.trust.audit.AuditChain;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.Hash;
import org.hikeshi.trust.audit.JsonLines;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chains what was done (ADR 0206). One cycle is one transaction: take the sealer's lock, look
 * whether the chain still is what was signed last, number and chain the committed rows that have no
 * number, sign the end if it is time, commit; then bring what was signed out of the database. A
 * death anywhere leaves either nothing or all of a cycle, and what was signed and not exported is
 * exported by the next one. Any replica may run cycles; the lock lets one at a time.
 */
public final class AuditSealer {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);

    /**
     * How acts are chained.
     *
     * @param batch most rows of one cycle
     * @param poll how often rows are looked for
     * @param rows how many rows are signed at the latest
     * @param every how soon after the checkpoint before a new row is signed
     * @param folder where checkpoints go; empty: to the log
     */
    public record Settings(
            int batch, Duration poll, int rows, Duration every, Optional<Path> folder) {
        public static final Settings DEFAULT =
                new Settings(
                        1_000,
                        Duration.ofMillis(500),
                        1_000,
                        Duration.ofSeconds(10),
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

    private record Cycle(boolean more, @Nullable Checkpoint last, @Nullable Checkpoint signed) {}

    private final ServiceIdentity identity;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Settings settings;
    private long exported;

    AuditSealer(
            ServiceIdentity identity,
            Transactions transactions,
            InstantSource clock,
            Settings settings) {
        this.identity = identity;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * One cycle; the round of a {@link Worker}.
     *
     * @return true if there may be more
     * @throws BrokenRecordException if the chain is not what was signed or exported
     */
    synchronized boolean cycle() throws IOException {
        Cycle done = transactions.inTransaction(this::seal);
        export(done);
        return done.more();
    }

    private Cycle seal(Connection connection) throws SQLException {
        if (!AuditRows.tryLock(connection)) {
            return new Cycle(false, null, null);
        }
        Checkpoint before = CheckpointRows.last(connection).orElse(null);
        requireWhole(connection, before);
        AuditRows.Head head = AuditRows.head(connection);
        List<AuditRows.Waiting> waiting = AuditRows.waiting(connection, settings.batch());
        if (!waiting.isEmpty()) {
            head = chain(connection, head, waiting);
        }
        Checkpoint signed = null;
        if (isDue(before, head.sequence())) {
            requireKnown(connection);
            signed =
                    Checkpoint.sign(
                            identity, before, head.sequence(), head.chainHash(), clock.instant());
            CheckpointRows.insert(connection, signed);
        }
        boolean more = waiting.size() >= settings.batch();
        return new Cycle(more, signed == null ? before : signed, signed);
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

    /** What was cut back together with its checkpoints must not be signed as the end either. */
    private void requireKnown(Connection connection) throws SQLException {
        if (settings.folder().isPresent()) {
            try {
                CheckpointRows.after(connection, file(settings.folder().get()).last());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private CheckpointFile file(Path folder) {
        return CheckpointFile.of(folder, identity.service());
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

    private void export(Cycle done) throws IOException {
        Checkpoint last = done.last();
        if (last == null || last.number() == exported) {
            return;
        }
        if (settings.folder().isEmpty()) {
            if (done.signed() != null) {
                LOG.info("audit checkpoint {}", JsonLines.write(done.signed()));
            }
        } else {
            Files.createDirectories(settings.folder().get());
            file(settings.folder().get())
                    .append(
                            end ->
                                    transactions.inTransaction(
                                            connection -> CheckpointRows.after(connection, end)));
        }
        exported = last.number();
    }

    /**
     * @throws DatabaseException if the database does not answer
     */
    State state() {
        return transactions.inTransaction(
                connection -> {
                    try (Statement statement = connection.createStatement();
                            ResultSet row =
                                    statement.executeQuery(
                                            "SELECT count(*), min(at) FROM audit_entry WHERE"
                                                    + " sequence IS NULL")) {
                        row.next();
                        return new State(
                                AuditRows.head(connection).sequence(),
                                row.getLong(1),
                                Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant),
                                CheckpointRows.last(connection),
                                settings.folder());
                    }
                });
    }
}
