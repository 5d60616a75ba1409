package org.hikeshi.notifier.sending;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.notifier.ledger.MailLedger;
import org.hikeshi.notifier.ledger.MailLedger.Beat;

/**
 * Watches the beats of all workers, in all replicas, and gives up deliveries whose worker stood
 * still for a whole lease of this process's own clock. What counts is time watched, not time on a
 * row: after the database was away, every worker first gets a full lease to show that it lives.
 */
@Singleton
class Vigil {
    static final String LEASE = "hikeshi.mail.lease";

    private static final long SECOND = 1_000_000_000;

    private final Supplier<List<Beat>> beats;
    private final Consumer<Beat> giveUp;
    private final long lease;
    private Map<UUID, Seen> seen = Map.of();
    private long lastLook = System.nanoTime();

    private record Seen(Beat beat, long sinceNanos) {}

    @Inject
    Vigil(MailLedger ledger, @ConfigProperty(name = LEASE) Duration lease) {
        this(ledger::beats, ledger::abandon, lease);
    }

    Vigil(Supplier<List<Beat>> beats, Consumer<Beat> giveUp, Duration lease) {
        this.beats = beats;
        this.giveUp = giveUp;
        this.lease = lease.toNanos();
    }

    /** How long to wait between looks: often enough that a gap means this process stood still. */
    Duration pace() {
        return Duration.ofNanos(Math.min(lease / 8, SECOND));
    }

    /** Called by one thread, at {@link #pace}. */
    void look() {
        List<Beat> now;
        try {
            now = beats.get();
        } catch (RuntimeException databaseAway) {
            seen = Map.of(); // nobody could beat either
            throw databaseAway;
        }
        look(now, System.nanoTime()).forEach(giveUp);
    }

    /** Those of the beats that have not changed for a lease. */
    List<Beat> look(List<Beat> now, long nanos) {
        if (nanos - lastLook > lease / 2) {
            seen = Map.of(); // this process itself stood still: it cannot judge who else did
        }
        lastLook = nanos;
        Map<UUID, Seen> next = new HashMap<>();
        for (Beat beat : now) {
            Seen before = seen.get(beat.deliveryId());
            boolean still = before != null && before.beat().equals(beat);
            next.put(beat.deliveryId(), still ? before : new Seen(beat, nanos));
        }
        seen = next;
        return next.values().stream()
                .filter(known -> nanos - known.sinceNanos() >= lease)
                .map(Seen::beat)
                .toList();
    }
}
