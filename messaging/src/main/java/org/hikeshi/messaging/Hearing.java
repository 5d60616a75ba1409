package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.hikeshi.messaging.Share.Heard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a lane does with its records. One transaction holds the inbox row, the handlers' effects and
 * what they say in turn. Several records of one key may share a transaction while all goes well; at
 * the first difficulty each is taken alone, so that parking concerns one record and nothing takes
 * effect twice.
 */
final class Hearing {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    /** Thrown to undo a shared transaction. */
    private static final class OneByOne extends RuntimeException {
        private static final long serialVersionUID = 1;

        OneByOne() {
            super(null, null, false, false);
        }
    }

    private final Transactions transactions;
    private final Door door;
    private final Handlers handlers;
    private final InstantSource clock;
    private final Semaphore atOnce;
    private final Backoff parkedRetry;
    private final Counts counts;

    Hearing(
            Messaging.Surroundings world,
            Door door,
            Handlers handlers,
            Messaging.Settings settings,
            Counts counts) {
        this.transactions = world.transactions();
        this.door = door;
        this.handlers = handlers;
        this.clock = world.clock();
        this.atOnce = new Semaphore(settings.atOnce());
        this.parkedRetry = settings.parkedRetry();
        this.counts = counts;
    }

    /** Deals with records of one key in order; leaves off where the share is given up. */
    void hear(List<Heard> records) throws InterruptedException {
        if (records.size() > 1 && together(records)) {
            records.forEach(Heard::done);
            return;
        }
        for (Heard heard : records) {
            if (!alone(heard)) {
                return;
            }
            heard.done();
        }
    }

    private boolean together(List<Heard> records) throws InterruptedException {
        try {
            List<IncomingEvent> events = new ArrayList<>(records.size());
            for (Heard heard : records) {
                if (!(door.admit(heard.record()) instanceof Admission.Admitted(IncomingEvent e))) {
                    return false;
                }
                events.add(e);
            }
            String topic = records.getFirst().record().topic();
            inTransaction(connection -> hearAll(connection, topic, events), events.size());
            return true;
        } catch (RuntimeException | Error e) {
            return false; // whatever it was, it will show again when each is taken alone
        }
    }

    private LongAdder hearAll(Connection connection, String topic, List<IncomingEvent> events)
            throws SQLException {
        if (Inbox.enterAll(connection, topic, events).size() < events.size()) {
            throw new OneByOne(); // duplicates or a parked key: look closer
        }
        for (IncomingEvent event : events) {
            if (!handle(connection, event)) {
                throw new OneByOne(); // a refusal is counted by itself
            }
        }
        return counts.handled();
    }

    /** Returns false if the share was given up before the record was dealt with. */
    private boolean alone(Heard heard) throws InterruptedException {
        Trouble trouble = new Trouble();
        while (!heard.share().givenUp()) {
            try {
                attempt(heard.record(), trouble);
                return true;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception | Error e) { // a lane that died silently would hold its key for ever
                trouble.note(e);
                trouble.pause(heard.share());
            }
        }
        return false;
    }

    private void attempt(RawRecord record, Trouble trouble) throws InterruptedException {
        Instant next = clock.instant().plus(parkedRetry.after(1));
        switch (door.admit(record)) {
            case Admission.Forged(String reason) ->
                    park(counts.forged(), record, c -> Parking.alone(c, record, reason, next));
            case Admission.Unreadable(String reason) ->
                    parkKey(record, null, Failure.UNREADABLE, reason, 1, next);
            case Admission.Admitted(IncomingEvent event) -> {
                if (trouble.parks()) {
                    Failure failure = trouble.failure();
                    parkKey(record, event, failure, trouble.reason(), trouble.tries(), next);
                } else {
                    inTransaction(c -> hearOne(c, record, event), 1);
                }
            }
        }
    }

    private void parkKey(
            RawRecord record,
            @Nullable IncomingEvent event,
            Failure failure,
            String reason,
            int tries,
            Instant next)
            throws InterruptedException {
        park(
                counts.parked(),
                record,
                c -> Parking.withKey(c, record, event, failure, reason, tries, next));
    }

    private LongAdder hearOne(Connection connection, RawRecord record, IncomingEvent event)
            throws SQLException {
        if (Inbox.enter(connection, record.topic(), event)) {
            return handle(connection, event) ? counts.handled() : counts.refused();
        }
        if (Inbox.holds(connection, event)) {
            return counts.duplicates();
        }
        if (Parking.behind(connection, record, event)) {
            return counts.parked();
        }
        throw new TransientFailureException("the key was unparked a moment ago", null);
    }

    /** True if handled, false if refused. */
    boolean handle(Connection connection, IncomingEvent event) throws SQLException {
        switch (handlers.handle(connection, event)) {
            case Outcome.Handled() -> {
                return true;
            }
            case Outcome.Refused(String reason) -> {
                Inbox.refused(connection, event, reason);
                return false;
            }
        }
    }

    private void park(LongAdder counter, RawRecord record, SqlWork<Boolean> parking)
            throws InterruptedException {
        inTransaction(c -> parking.on(c) ? counter : counts.duplicates(), 1);
        LOG.warn("parked: {}-{} at {}", record.topic(), record.partition(), record.offset());
    }

    /** Counts only after the commit. */
    private void inTransaction(SqlWork<LongAdder> work, int events) throws InterruptedException {
        atOnce.acquire();
        try {
            transactions.inTransaction(work).add(events);
        } finally {
            atOnce.release();
        }
    }
}
