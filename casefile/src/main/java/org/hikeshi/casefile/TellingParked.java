package org.hikeshi.casefile;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.events.EventParked;
import org.hikeshi.events.EventType;
import org.hikeshi.events.HouseService;
import org.hikeshi.events.ParkedCause;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.ParkedRecords.Untold;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.Worker;

/**
 * Says that this service put records aside, so that those who watch are told (S14): at once, and of
 * each cause at most once in {@code hikeshi.parked-told-every}, with how many there were. That this
 * very word was put aside somewhere is told to nobody where its type is known. Of a forged or
 * unreadable one it is not, so one may cause the next, but no sooner than that.
 */
@Singleton
class TellingParked {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Messaging messaging;
    private final Saying saying;
    private final Clock clock;
    private final String service;
    private final Duration rest;
    private final Worker worker = new Worker("telling-parked", POLL, this::one);

    TellingParked(
            Transactions transactions,
            Messaging messaging,
            Ledger ledger,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "hikeshi.parked-told-every", defaultValue = "PT1H")
                    Duration rest) {
        this.transactions = transactions;
        this.messaging = messaging;
        this.saying = new Saying(ledger, clock);
        this.clock = clock;
        this.service = service;
        this.rest = rest;
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
    }

    private boolean one() {
        transactions.doInTransaction(this::tell);
        return false;
    }

    private void tell(Connection connection) throws SQLException {
        for (Untold untold :
                messaging
                        .parkedRecords()
                        .takeUntold(connection, rest, EventType.EVENT_PARKED.ceType())) {
            saying.say(
                    connection,
                    new EventParked(
                            HouseService.named(service),
                            ParkedCause.valueOf(untold.cause().toUpperCase(Locale.ROOT)),
                            untold.records(),
                            untold.since(),
                            clock.instant()),
                    null);
        }
    }
}
