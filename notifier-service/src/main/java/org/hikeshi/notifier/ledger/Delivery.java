package org.hikeshi.notifier.ledger;

import java.time.Instant;
import java.util.UUID;

/**
 * Where one delivery stands. The methods are the legal transitions; what a state does not offer
 * cannot happen. All instants are UTC.
 *
 * <pre>
 * Waiting ──claimed──▶ Sending ──accepted──▶ Accepted
 *    │  ▲                │ │ └────refused──▶ Refused
 *    │  └─deferred/abandoned └──withdrawn──▶ Withdrawn
 *    └──────────────withdrawn──────────────▶ Withdrawn
 * </pre>
 */
public sealed interface Delivery {

    /** A new delivery, to be tried at once. */
    static Waiting due(Instant at) {
        return new Waiting(at, 0);
    }

    /** How often it was begun so far. */
    int attempts();

    /**
     * @param dueAt not to be tried before
     */
    record Waiting(Instant dueAt, int attempts) implements Delivery {
        /** One worker takes it; {@code claim} is that worker's mark for this attempt alone. */
        public Sending claimed(UUID claim) {
            return new Sending(claim, 0, attempts + 1);
        }

        /** Nobody is to be told any more. */
        public Withdrawn withdrawn(Instant at) {
            return new Withdrawn(at, attempts);
        }
    }

    /**
     * In the hands of one worker.
     *
     * @param beat raised while the worker lives; a beat that stands still means the worker is gone
     */
    record Sending(UUID claim, int beat, int attempts) implements Delivery {
        public Sending alive() {
            return new Sending(claim, beat + 1, attempts);
        }

        /** The recipient's server has taken the mail: the promise is kept. */
        public Accepted accepted(Instant at, int replyCode) {
            return new Accepted(at, replyCode, attempts);
        }

        /** Not now: server away, 4xx, contact not to be had. Tried again for ever. */
        public Waiting deferred(Instant nextTry) {
            return new Waiting(nextTry, attempts);
        }

        /** Not ever: a 5xx for this recipient or this text. */
        public Refused refused(Instant at, int replyCode) {
            return new Refused(at, replyCode, attempts);
        }

        /** The worker is gone without a word; the mail may or may not have been taken. */
        public Waiting abandoned(Instant nextTry) {
            return new Waiting(nextTry, attempts);
        }

        /** There is nobody to write to (any more); the reporter reads the status page. */
        public Withdrawn withdrawn(Instant at) {
            return new Withdrawn(at, attempts);
        }
    }

    /**
     * @param replyCode 250 or another 2xx of the server
     */
    record Accepted(Instant at, int replyCode, int attempts) implements Delivery {}

    /**
     * @param replyCode the 5xx of the server; 0 if the address could not be written into an
     *     envelope at all
     */
    record Refused(Instant at, int replyCode, int attempts) implements Delivery {}

    record Withdrawn(Instant at, int attempts) implements Delivery {}
}
