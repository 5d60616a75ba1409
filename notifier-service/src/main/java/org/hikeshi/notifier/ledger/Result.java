package org.hikeshi.notifier.ledger;

import java.time.Instant;

/** How the worker's attempt ended, in the words of the ledger. */
public sealed interface Result {
    AttemptOutcome outcome();

    /** Taken by the recipient's server. @param text the plain words that were handed over */
    record Accepted(int replyCode, String text) implements Result {
        @Override
        public AttemptOutcome outcome() {
            return AttemptOutcome.ACCEPTED;
        }
    }

    /** Refused for good; 0 if no envelope could be made. */
    record Refused(int replyCode) implements Result {
        @Override
        public AttemptOutcome outcome() {
            return AttemptOutcome.REFUSED;
        }
    }

    /** Not this time. @param replyCode of the server, 0 if it gave none */
    record Deferred(AttemptOutcome outcome, int replyCode, Instant nextTry) implements Result {}

    /** There is no address (any more). */
    record NoAddress() implements Result {
        @Override
        public AttemptOutcome outcome() {
            return AttemptOutcome.NO_ADDRESS;
        }
    }
}
