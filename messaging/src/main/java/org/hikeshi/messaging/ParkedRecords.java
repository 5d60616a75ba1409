package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.trust.AuditEntry;

/** What an operator can do about parked records; each act is on record. */
public final class ParkedRecords {
    /* In one statement: who tells at the same time finds nothing left. */
    private static final String TELL =
            "WITH told AS (UPDATE parked_record p SET told_at = ? WHERE told_at IS NULL"
                    + " AND settled_at IS NULL AND cause <> 'behind' AND type IS DISTINCT FROM ?"
                    + " AND NOT EXISTS (SELECT 1 FROM parked_record o"
                    + " WHERE o.cause = p.cause AND o.told_at > ?) RETURNING cause, parked_at)"
                    + " SELECT cause, count(*), min(parked_at) FROM told GROUP BY cause"
                    + " ORDER BY cause";

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
     * Records put aside of which nobody was told.
     *
     * @param cause {@code forged}, {@code unreadable} or {@code unexpected}
     * @param since when the first of them was put aside
     */
    public record Untold(String cause, int records, Instant since) {}

    /**
     * Takes those that somebody must be told of now, in the caller's transaction; a cause of which
     * was told less than {@code rest} ago waits. However many there are, one is returned per cause.
     *
     * @param but a type of event that is told to nobody: the telling itself. Forged and unreadable
     *     records have none that is known, and are told.
     */
    public List<Untold> takeUntold(Connection connection, Duration rest, String but)
            throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement tell = connection.prepareStatement(TELL)) {
            tell.setObject(1, now.atOffset(ZoneOffset.UTC));
            tell.setString(2, but);
            tell.setObject(3, now.minus(rest).atOffset(ZoneOffset.UTC));
            List<Untold> untold = new ArrayList<>();
            try (ResultSet row = tell.executeQuery()) {
                while (row.next()) {
                    OffsetDateTime since = row.getObject(3, OffsetDateTime.class);
                    untold.add(new Untold(row.getString(1), row.getInt(2), since.toInstant()));
                }
            }
            return untold;
        }
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
