package org.hikeshi.notifier.ledger;

import java.time.Instant;

/**
 * What is owed to somebody, and how that ended. The methods are the legal transitions; instants are
 * UTC.
 */
public sealed interface Obligation {

    /** Owed since the cause was taken in. */
    record Owed() implements Obligation {
        /** The recipient's server took the mail, or the same words stand on the status page. */
        public Fulfilled fulfilled(Channel by, Instant at) {
            return new Fulfilled(by, at);
        }

        /**
         * The mail was refused for good: the recipient must be told in another way, by a person.
         */
        public Failed failed(Instant at) {
            return new Failed(at);
        }

        /** A fact that came later says that nothing is owed after all; nobody was told. */
        public Void withdrawn(Instant at) {
            return new Void(at);
        }
    }

    record Fulfilled(Channel by, Instant at) implements Obligation {}

    record Failed(Instant at) implements Obligation {
        /** A person sends it once more. */
        public Owed again() {
            return new Owed();
        }
    }

    record Void(Instant at) implements Obligation {
        /** A fact that came later still says that it is owed. */
        public Owed again() {
            return new Owed();
        }
    }

    /** The ways by which somebody can have been told. */
    enum Channel {
        MAIL,
        STATUS_PAGE,
        /** Everyone concerned has an obligation of their own. */
        EACH
    }
}
