package org.hikeshi.casefile;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Backoff;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.Worker;
import org.hikeshi.trust.ServiceTokens;
import org.jboss.logging.Logger;

/**
 * Brings what {@link TellingReporter} wrote to intake, one after the other, until intake has taken
 * it; in services that say {@code hikeshi.casefile.told=true}. What intake has is dropped here.
 */
@Singleton
class TellingIntake {
    private static final Logger LOG = Logger.getLogger(TellingIntake.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final Backoff AGAIN = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));
    private static final String NEXT =
            "SELECT event_id, case_id, sealed, attempts FROM telling"
                    + " WHERE told_at IS NULL AND next_try <= ? ORDER BY next_try LIMIT 1"
                    + " FOR UPDATE SKIP LOCKED";

    private final Transactions transactions;
    private final CaseSeals seals;
    private final Clock clock;
    private final NeighbourService intake;
    private final boolean wanted;
    private final Worker worker = new Worker("telling", POLL, this::one);

    TellingIntake(
            Transactions transactions,
            CaseSeals seals,
            ServiceTokens tokens,
            Clock clock,
            @ConfigProperty(name = "hikeshi.intake-url", defaultValue = "http://127.0.0.1:8081")
                    URI address,
            @ConfigProperty(name = "hikeshi.casefile.told", defaultValue = "false")
                    boolean wanted) {
        this.transactions = transactions;
        this.seals = seals;
        this.clock = clock;
        this.intake = new NeighbourService("intake", address, PATIENCE, tokens);
        this.wanted = wanted;
    }

    void start(@Observes StartupEvent event) {
        if (wanted) {
            worker.start();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }

    private record Waiting(UUID eventId, CaseId caseId, byte[] sealed, int attempts) {}

    private boolean one() {
        return transactions.inTransaction(
                connection -> {
                    Instant now = clock.instant();
                    Waiting next = next(connection, now);
                    if (next == null) {
                        return false;
                    }
                    if (isTold(next)) {
                        told(connection, next, now);
                    } else {
                        later(connection, next, now.plus(AGAIN.after(next.attempts() + 1)));
                    }
                    return true;
                });
    }

    private static @org.jspecify.annotations.Nullable Waiting next(
            Connection connection, Instant now) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEXT)) {
            select.setObject(1, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Waiting(
                                row.getObject(1, UUID.class),
                                new CaseId(row.getObject(2, UUID.class)),
                                row.getBytes(3),
                                row.getInt(4))
                        : null;
            }
        }
    }

    private boolean isTold(Waiting next) {
        String body =
                seals.open(
                        next.caseId(),
                        "telling",
                        "sealed",
                        next.eventId().toString(),
                        next.sealed());
        String path = "/internal/cases/" + next.caseId() + "/told/" + next.eventId();
        OptionalInt status = intake.put(path, body);
        boolean taken = status.isPresent() && status.getAsInt() / 100 == 2;
        if (status.isPresent() && !taken) {
            LOG.warnf("intake did not take what is to be told: %d", status.getAsInt());
        }
        return taken;
    }

    private static void told(Connection connection, Waiting next, Instant now) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE telling SET told_at = ?, sealed = NULL WHERE event_id = ?")) {
            update.setObject(1, now.atOffset(ZoneOffset.UTC));
            update.setObject(2, next.eventId());
            update.executeUpdate();
        }
    }

    private static void later(Connection connection, Waiting next, Instant when)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE telling SET attempts = attempts + 1, next_try = ? WHERE event_id = ?")) {
            update.setObject(1, when.atOffset(ZoneOffset.UTC));
            update.setObject(2, next.eventId());
            update.executeUpdate();
        }
    }
}
