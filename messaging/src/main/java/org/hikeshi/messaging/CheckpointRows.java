package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hikeshi.trust.audit.Checkpoint;
import org.hikeshi.trust.audit.RecordTables;
import org.jspecify.annotations.Nullable;

/** The checkpoints of the record of acts, as their service keeps them. */
final class CheckpointRows {
    private CheckpointRows() {}

    static Optional<Checkpoint> last(Connection connection) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(
                        RecordTables.CHECKPOINTS + " ORDER BY number DESC LIMIT 1")) {
            return RecordTables.checkpoints(select).stream().findFirst();
        }
    }

    /**
     * All after one that the export ends with, null if it is empty.
     *
     * @throws BrokenRecordException if that one is not ours
     */
    static List<Checkpoint> after(Connection connection, @Nullable Checkpoint exported)
            throws SQLException {
        long from = exported == null ? 1 : exported.number();
        try (PreparedStatement select =
                connection.prepareStatement(
                        RecordTables.CHECKPOINTS + " WHERE number >= ? ORDER BY number")) {
            select.setLong(1, from);
            List<Checkpoint> found = RecordTables.checkpoints(select);
            if (exported == null) {
                return found;
            }
            if (found.isEmpty() || !found.getFirst().equals(exported)) {
                throw new BrokenRecordException(
                        "the export ends with a checkpoint that the database does not know");
            }
            return found.subList(1, found.size());
        }
    }

    static void insert(Connection connection, Checkpoint one) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO audit_checkpoint (service, number, sequence, chain_hash,"
                                + " count, at, previous, kid, signature) VALUES (?, ?, ?, ?, ?, ?,"
                                + " ?, ?, ?)")) {
            insert.setString(1, one.service());
            insert.setLong(2, one.number());
            insert.setLong(3, one.sequence());
            insert.setBytes(4, one.chainHash().bytes());
            insert.setLong(5, one.count());
            insert.setObject(6, one.at().atOffset(ZoneOffset.UTC));
            insert.setBytes(7, one.previous().bytes());
            insert.setString(8, one.kid());
            insert.setString(9, one.signature());
            insert.executeUpdate();
        }
    }
}
