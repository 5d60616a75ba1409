package org.hikeshi.notifier.house;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.HouseEvent;
import org.hikeshi.events.UnreadableEvent;
import org.hikeshi.messaging.Backoff;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.Worker;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.notifier.sending.HouseMail;
import org.jboss.logging.Logger;

/** Sends what {@link HearingHouse} wrote down, one after the other, until a server has taken it. */
@Singleton
class SendingNotices {
    private static final Logger LOG = Logger.getLogger(SendingNotices.class);
    private static final EventCodec CODEC = new EventCodec();
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Backoff AGAIN = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15));

    /** How long a notice is one sender's; prolonged while the talk with the server goes on. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String CLAIM =
            "UPDATE house_notice SET next_try = ? WHERE id = (SELECT id FROM house_notice"
                    + " WHERE settled_at IS NULL AND next_try <= ? ORDER BY next_try LIMIT 1"
                    + " FOR UPDATE SKIP LOCKED) RETURNING id, type, fact, staff, message_id, attempts";
    private static final String SETTLE =
            "UPDATE house_notice SET attempts = ?, next_try = ?, settled_at = ?, outcome = ?"
                    + " WHERE id = ? AND settled_at IS NULL";

    private final Transactions transactions;
    private final Stationery stationery;
    private final HouseMail mail;
    private final InstantSource clock;
    private final Worker worker = new Worker("house-notices", POLL, this::one);
    private volatile boolean stopping;

    SendingNotices(
            Transactions transactions, Stationery stationery, HouseMail mail, InstantSource clock) {
        this.transactions = transactions;
        this.stationery = stationery;
        this.mail = mail;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        worker.close();
    }

    private record Notice(
            UUID id, String type, byte[] fact, String staff, String messageId, int attempts) {}

    /** No transaction is open while it talks to the server, which may take long to answer. */
    private boolean one() throws InterruptedException {
        Optional<Notice> next = transactions.inTransaction(this::claim);
        if (next.isPresent()) {
            settle(next.get(), attempt(next.get()));
        }
        return next.isPresent();
    }

    /** One that cannot be sent, whatever the reason, must not keep the others waiting. */
    private HouseMail.Outcome attempt(Notice notice) {
        try {
            return send(notice);
        } catch (RuntimeException broken) {
            LOG.warnf(
                    "notice %s could not be sent: %s",
                    notice.id(), broken.getClass().getSimpleName());
            return HouseMail.Outcome.LATER;
        }
    }

    private HouseMail.Outcome send(Notice notice) {
        try {
            HouseEvent said = (HouseEvent) CODEC.decode(notice.type(), notice.fact());
            return mail.send(
                    notice.staff(),
                    notice.messageId(),
                    (policy, languages) ->
                            HouseLetter.of(said).write(stationery, policy, languages),
                    () -> prolong(notice));
        } catch (UnreadableEvent impossible) {
            throw new IllegalStateException("it was read when it was heard", impossible);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            return HouseMail.Outcome.LATER;
        }
    }

    private Optional<Notice> claim(Connection connection) throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setObject(1, now.plus(LEASE).atOffset(ZoneOffset.UTC));
            claim.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = claim.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Notice(
                                        row.getObject(1, UUID.class),
                                        row.getString(2),
                                        row.getBytes(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getInt(6)))
                        : Optional.empty();
            }
        }
    }

    private void prolong(Notice notice) {
        try {
            transactions.doInTransaction(
                    connection -> {
                        try (PreparedStatement update =
                                connection.prepareStatement(
                                        "UPDATE house_notice SET next_try = ?"
                                                + " WHERE id = ? AND settled_at IS NULL")) {
                            Instant until = clock.instant().plus(LEASE);
                            update.setObject(1, until.atOffset(ZoneOffset.UTC));
                            update.setObject(2, notice.id());
                            update.executeUpdate();
                        }
                    });
        } catch (RuntimeException databaseAway) {
            LOG.debugf("lease not prolonged: %s", databaseAway.getClass().getSimpleName());
        }
    }

    /** What a server has taken must not be forgotten while this process lives. */
    private void settle(Notice notice, HouseMail.Outcome outcome) throws InterruptedException {
        if (outcome == HouseMail.Outcome.REFUSED) {
            LOG.warnf("notice %s was refused, and its reader is not told", notice.id());
        }
        do {
            try {
                transactions.doInTransaction(connection -> settle(connection, notice, outcome));
                return;
            } catch (RuntimeException databaseAway) {
                LOG.warnf(
                        "result of a notice waits for the database: %s",
                        databaseAway.getClass().getSimpleName());
                Thread.sleep(200);
            }
        } while (!stopping);
    }

    private void settle(Connection connection, Notice notice, HouseMail.Outcome outcome)
            throws SQLException {
        boolean later = outcome == HouseMail.Outcome.LATER;
        int attempts = notice.attempts() + 1;
        Instant now = clock.instant();
        try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
            update.setInt(1, attempts);
            update.setObject(2, now.plus(AGAIN.after(attempts)).atOffset(ZoneOffset.UTC));
            update.setObject(
                    3, later ? null : now.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
            update.setString(4, later ? null : outcome.name().toLowerCase(java.util.Locale.ROOT));
            update.setObject(5, notice.id());
            update.executeUpdate();
        }
    }
}
