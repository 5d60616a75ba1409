package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Takes parked records up again when their time has come: those of one key strictly in order, a
 * forged one by itself (its key may have reached the directory only now). What fails waits longer
 * each time.
 */
final class Unparking {
    private final Transactions transactions;
    private final Door door;
    private final Hearing hearing;
    private final InstantSource clock;
    private final Backoff backoff;
    private final Counts counts;

    Unparking(
            Messaging.Surroundings world,
            Door door,
            Hearing hearing,
            Backoff backoff,
            Counts counts) {
        this.transactions = world.transactions();
        this.door = door;
        this.hearing = hearing;
        this.clock = world.clock();
        this.backoff = backoff;
        this.counts = counts;
    }

    /** Takes up one record; the round of a {@link Worker}. */
    boolean one() {
        AtomicReference<ParkedRecord> taken = new AtomicReference<>();
        try {
            return transactions.inTransaction(connection -> one(connection, taken));
        } catch (RuntimeException | Error e) {
            ParkedRecord parked = taken.get();
            Failure failure = Failure.of(e);
            if (parked == null || failure == Failure.TRANSIENT) {
                throw e;
            }
            String cause = failure.name().toLowerCase(Locale.ROOT);
            transactions.doInTransaction(
                    connection -> postpone(connection, parked, cause, Failure.describe(e)));
            return true;
        }
    }

    private boolean one(Connection connection, AtomicReference<ParkedRecord> taken)
            throws SQLException {
        Instant now = clock.instant();
        var due = ParkedRows.due(connection, now);
        if (due.isEmpty()) {
            return false;
        }
        ParkedRecord parked = due.get().parked();
        taken.set(parked);
        counts.retries().increment();
        RawRecord record = due.get().record();
        boolean keyParked = ParkedRows.lockKey(connection, parked);
        switch (door.admit(record)) {
            case Admission.Forged(String reason) ->
                    postpone(connection, parked, parked.cause(), reason);
            case Admission.Unreadable(String reason) ->
                    postpone(connection, parked, parked.cause(), reason);
            case Admission.Admitted(IncomingEvent event) ->
                    hear(connection, due.get(), event, keyParked, now);
        }
        return true;
    }

    private void hear(
            Connection connection,
            ParkedRows.Row row,
            IncomingEvent event,
            boolean keyParked,
            Instant now)
            throws SQLException {
        String settledAs = "duplicate";
        if (Inbox.enter(connection, event, "handled", null)) {
            settledAs = hearing.handle(connection, event) ? "handled" : "refused";
        }
        ParkedRows.settle(connection, row.parked().id(), settledAs, now);
        if (keyParked && !row.standsAlone()) {
            ParkedRows.next(connection, row.parked(), now);
        }
    }

    private void postpone(Connection connection, ParkedRecord parked, String cause, String reason)
            throws SQLException {
        // One that stands alone stays so: its key's order has gone on without it.
        String kept = parked.cause().equals("forged") ? "forged" : cause;
        Instant next = clock.instant().plus(backoff.after(parked.attempts() + 1));
        ParkedRows.postpone(connection, parked.id(), kept, reason, next);
    }
}
