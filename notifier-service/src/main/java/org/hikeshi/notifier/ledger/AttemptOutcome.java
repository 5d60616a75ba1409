package org.hikeshi.notifier.ledger;

/** How one attempt ended. */
public enum AttemptOutcome {
    /** Begun, and no word since. */
    BEGUN,
    /** The server took the mail (2xx after the final dot). */
    ACCEPTED,
    /** The server asked to come again (4xx), or refuses us rather than the recipient. */
    DEFERRED,
    /** The server refused recipient or text for good (5xx). */
    REFUSED,
    /** No connection, or the connection broke or fell silent. */
    UNREACHABLE,
    /** Intake could not be asked for the contact. */
    CONTACT_UNAVAILABLE,
    /** What the letter must say could not be asked of its owner. */
    TEXT_UNAVAILABLE,
    /** Intake knows no address for this report. */
    NO_ADDRESS,
    /** The worker vanished; whether the mail was taken is unknown. */
    ABANDONED
}
