package org.hikeshi.release.device;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.messaging.Worker;

/**
 * When each device was last heard: gathered in memory, written in batches, at the end too. A crash
 * forgets some seconds of it, which the next poll brings back.
 */
@Singleton
class Contacts {
    private static final int BATCH = 1_000;
    private static final String WRITE =
            """
            UPDATE device d SET last_contact_at = h.at
              FROM unnest(cast(:ids as uuid[]), cast(:times as timestamptz[])) AS h (id, at)
             WHERE d.device_id = h.id AND (d.last_contact_at IS NULL OR d.last_contact_at < h.at)
            """;

    private final Session entities;
    private final Transactions transactions;
    private final InstantSource clock;
    private final Map<UUID, Instant> heard = new ConcurrentHashMap<>();
    private final Worker worker;

    Contacts(
            Session entities,
            Transactions transactions,
            InstantSource clock,
            @ConfigProperty(name = "hikeshi.ota.contacts-flush", defaultValue = "PT2S")
                    Duration flush) {
        this.entities = entities;
        this.transactions = transactions;
        this.clock = clock;
        this.worker = new Worker("device-contacts", flush, this::flush);
    }

    void start(@Observes StartupEvent event) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent event) {
        worker.close();
        while (flush()) {
            // the rest
        }
    }

    void heard(UUID device) {
        heard.put(device, clock.instant());
    }

    /** Writes one batch; what came meanwhile stays for the next. True if there is more. */
    private boolean flush() {
        Map<UUID, Instant> batch = new HashMap<>();
        for (Map.Entry<UUID, Instant> contact : heard.entrySet()) {
            if (batch.size() < BATCH) {
                batch.put(contact.getKey(), contact.getValue());
            }
        }
        if (batch.isEmpty()) {
            return false;
        }
        transactions.doInTransaction(connection -> write(batch));
        batch.forEach(heard::remove);
        return batch.size() == BATCH;
    }

    private void write(Map<UUID, Instant> batch) {
        entities.createNativeQuery(WRITE)
                .setParameter("ids", batch.keySet().toArray(UUID[]::new))
                .setParameter("times", batch.values().toArray(Instant[]::new))
                .executeUpdate();
    }
}
