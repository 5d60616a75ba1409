package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.trust.AuditEntry;

/** What an operator can do about parked records; each act is on record. */
public final class ParkedRecords {
    private final Transactions transactions;
    private final AuditLog auditLog = new AuditLog();
    private final InstantSource clock;
    private final Runnable wake;

    /**
     * @param wake starts the loop that takes parked records up
     */
    ParkedRecords(Transactions transactions, InstantSource clock, Runnable wake) {
        this.transactions = transactions;
        this.clock = clock;
        this.wake = wake;
    }

    /** What waits, in the order in which it came. */
    public List<ParkedRecord> open(int most) {
        return transactions.inTransaction(
                connection -> {
                    try (PreparedStatement select =
                            connection.prepareStatement(
                                    ParkedRows.OPEN + "ORDER BY position LIMIT ?")) {
                        select.setInt(1, most);
                        List<ParkedRecord> records = new ArrayList<>();
                        try (ResultSet row = select.executeQuery()) {
                            while (row.next()) {
                                records.add(ParkedRows.read(row));
                            }
                        }
                        return records;
                    }
                });
    }

    /**
     * Has a record tried again now; one that waits behind others has the first of its key tried.
     *
     * @param actor the operator's id
     * @return false if no such record waits
     */
    public boolean retry(UUID id, String actor, byte[] sealedReason) {
        boolean found =
                transactions.inTransaction(
                        connection -> {
                            Optional<ParkedRows.Row> row = ParkedRows.find(connection, id);
                            if (row.isPresent()) {
                                retry(connection, row.get());
                                record(connection, actor, "parked-retry", id, sealedReason);
                            }
                            return row.isPresent();
                        });
        wake.run();
        return found;
    }

    private void retry(Connection connection, ParkedRows.Row row) throws SQLException {
        Instant now = clock.instant();
        if (row.standsAlone()) {
            ParkedRows.postpone(
                    connection, row.parked().id(), "forged", row.parked().reason(), now);
        } else {
            ParkedRows.next(connection, row.parked(), now);
        }
    }

    /**
     * Gives a record up for ever: should it come again it takes no effect. Those behind it have
     * their turn.
     *
     * @param actor the operator's id
     * @return false if no such record waits
     */
    public boolean discard(UUID id, String actor, byte[] sealedReason) {
        boolean found =
                transactions.inTransaction(
                        connection -> {
                            Optional<ParkedRows.Row> row = ParkedRows.find(connection, id);
                            if (row.isPresent()) {
                                discard(connection, row.get());
                                record(connection, actor, "parked-discard", id, sealedReason);
                            }
                            return row.isPresent();
                        });
        wake.run();
        return found;
    }

    private void discard(Connection connection, ParkedRows.Row row) throws SQLException {
        ParkedRecord parked = row.parked();
        boolean keyParked = ParkedRows.lockKey(connection, parked);
        String source = parked.source();
        UUID eventId = parked.eventId();
        String type = parked.type();
        if (source != null && eventId != null && type != null) {
            Inbox.enter(connection, source, eventId, parked.key(), type, "discarded", null);
        }
        ParkedRows.settle(connection, parked.id(), "discarded", clock.instant());
        if (keyParked && !row.standsAlone()) {
            ParkedRows.next(connection, parked, clock.instant());
        }
    }

    private void record(
            Connection connection, String actor, String action, UUID id, byte[] sealedReason)
            throws SQLException {
        auditLog.record(
                connection,
                new AuditEntry(actor, action, id.toString(), clock.instant(), sealedReason));
    }
}
