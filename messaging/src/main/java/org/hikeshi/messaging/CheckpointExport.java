package org.hikeshi.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.CheckpointFile;
import org.hikeshi.trust.audit.JsonLines;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings checkpoints out of the database, each at least once: to a file, which itself says how far
 * it is, or to the log, for which the database keeps a mark that is set in the transaction after
 * the saying. Whatever dies in between, the next one goes on from there.
 */
final class CheckpointExport {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);

    private final Transactions transactions;
    private final Optional<Path> folder;
    private final String service;
    private final int batch;
    private volatile long exported;

    CheckpointExport(Transactions transactions, AuditSealer.Settings settings, String service) {
        this.transactions = transactions;
        this.folder = settings.folder();
        this.service = service;
        this.batch = settings.batch();
    }

    /** Number of the last checkpoint that this replica knows outside; 0 if none. */
    long exported() {
        return exported;
    }

    /**
     * What was cut back together with its checkpoints must not be signed as the end. Without a
     * folder the database's own mark may have gone back with them, as in a restore: a replica that
     * lives on knows better.
     *
     * @return why the export cannot be read now, null if it was
     * @throws BrokenRecordException if more was exported than the database knows
     */
    @Nullable IOException requireKnown(Connection connection, @Nullable Checkpoint newest)
            throws SQLException {
        if (folder.isEmpty()) {
            long known = newest == null ? 0 : newest.number();
            if (Math.max(exported, CheckpointRows.said(connection)) > known) {
                throw new BrokenRecordException(
                        "more checkpoints were said in the log than the database knows");
            }
            return null;
        }
        try {
            CheckpointRows.after(connection, CheckpointFile.of(folder.get(), service).last());
            return null;
        } catch (IOException unreadable) {
            return unreadable;
        }
    }

    /**
     * At the start, before anything is chained: what was exported last must still be in the
     * database, and the act that it ends with must have the place and the hash that it says. A
     * database that was restored from a backup lacks it, even if nobody acts.
     *
     * @return false if it must be asked again: the export cannot be read now, or is not there
     *     though the database has checkpoints, as where its volume is not there yet
     * @throws BrokenRecordException if the database is behind the export or another one
     */
    boolean isContained(Connection connection, @Nullable Checkpoint newest) throws SQLException {
        if (folder.isEmpty()) {
            requireKnown(connection, newest);
            return true;
        }
        Checkpoint end;
        try {
            end = CheckpointFile.of(folder.get(), service).last();
        } catch (IOException unreadable) {
            return false; // bringing out says so; acts are chained meanwhile
        }
        if (end == null) {
            return newest == null;
        }
        CheckpointRows.after(connection, end);
        if (!AuditRows.chainHash(connection, end.sequence()).equals(Optional.of(end.chainHash()))) {
            throw new BrokenRecordException(
                    "the record of acts is not what its last exported checkpoint says");
        }
        return true;
    }

    /** Brings out what has not left yet, up to the newest. */
    void bringOut(Checkpoint newest) throws IOException {
        if (newest.number() == exported) {
            return;
        }
        if (folder.isEmpty()) {
            exported = Math.max(exported, transactions.inTransaction(this::say));
        } else {
            Files.createDirectories(folder.get());
            CheckpointFile.of(folder.get(), service)
                    .append(
                            end ->
                                    transactions.inTransaction(
                                            connection -> CheckpointRows.after(connection, end)));
            exported = newest.number();
        }
    }

    /** The mark's row is held meanwhile, so that replicas do not say the same side by side. */
    private long say(Connection connection) throws SQLException {
        AuditRows.limit(connection, "lock_timeout = '2s'");
        long said = CheckpointRows.holdSaid(connection);
        List<Checkpoint> more = CheckpointRows.from(connection, said + 1, batch);
        if (more.isEmpty()) {
            return said;
        }
        more.forEach(one -> LOG.info("{}{}", CheckpointFile.LOGGED, JsonLines.write(one)));
        CheckpointRows.mark(connection, more.getLast().number());
        return more.getLast().number();
    }
}
