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
import org.hikeshi.events.AlarmCause;
import org.hikeshi.events.AlarmState;
import org.hikeshi.events.AuditAlarm;
import org.hikeshi.events.EventParked;
import org.hikeshi.events.EventType;
import org.hikeshi.events.HouseService;
import org.hikeshi.events.ParkedCause;
import org.hikeshi.messaging.AuditAlarms;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.ParkedRecords.Untold;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.Worker;

/**
 * Says what is wrong with this service itself, so that those who watch are told (S14, ADR 0712):
 * that it put records aside, and that its record of acts does not go on. Each at once, and of each
 * cause at most once in {@code hikeshi.parked-told-every} and {@code hikeshi.audit.told-every}. The
 * two do not wait for each other.
 *
 * <p>That this very word was put aside somewhere is told to nobody where its type is known. Of a
 * forged or unreadable one it is not, so one may cause the next, but no sooner than that.
 */
@Singleton
class TellingHouse {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Transactions transactions;
    private final Messaging messaging;
    private final Saying saying;
    private final Clock clock;
    private final String service;
    private final Duration parkedRest;
    private final Duration alarmRest;
    private final Worker parked = new Worker("telling-parked", POLL, this::parked);
    private final Worker alarms = new Worker("telling-alarms", POLL, this::alarms);

    TellingHouse(
            Transactions transactions,
            Messaging messaging,
            Ledger ledger,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "hikeshi.parked-told-every", defaultValue = "PT1H")
                    Duration parkedRest,
            @ConfigProperty(name = "hikeshi.audit.told-every", defaultValue = "PT1H")
                    Duration alarmRest) {
        this.transactions = transactions;
        this.messaging = messaging;
        this.saying = new Saying(ledger, clock);
        this.clock = clock;
        this.service = service;
        this.parkedRest = parkedRest;
        this.alarmRest = alarmRest;
    }

    void start(@Observes StartupEvent event) {
        parked.start();
        alarms.start();
    }

    void stop(@Observes ShutdownEvent event) {
        parked.close();
        alarms.close();
    }

    private boolean parked() {
        transactions.doInTransaction(this::tellParked);
        return false;
    }

    private boolean alarms() {
        transactions.doInTransaction(this::tellAlarms);
        return false;
    }

    private void tellParked(Connection connection) throws SQLException {
        for (Untold untold :
                messaging
                        .parkedRecords()
                        .takeUntold(connection, parkedRest, EventType.EVENT_PARKED.ceType())) {
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

    private void tellAlarms(Connection connection) throws SQLException {
        for (AuditAlarms.Untold untold :
                messaging.untoldAlarms().takeUntold(connection, alarmRest)) {
            saying.say(
                    connection,
                    new AuditAlarm(
                            HouseService.named(service),
                            AlarmCause.valueOf(untold.cause().name()),
                            untold.over() ? AlarmState.OVER : AlarmState.RAISED,
                            untold.since(),
                            clock.instant()),
                    null);
        }
    }
}
