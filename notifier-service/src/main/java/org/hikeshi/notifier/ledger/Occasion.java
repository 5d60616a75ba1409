package org.hikeshi.notifier.ledger;

/** Why a mail is owed, where the event it speaks of does not say it alone. */
public enum Occasion {
    /** The event itself. */
    EVENT,
    FIRST_REMINDER,
    SECOND_REMINDER,
    /** So long without a word that the policy's rhythm asks for one. */
    RHYTHM,
    /** The report was joined to this case: where the case stands. */
    CAUGHT_UP,
    /** The case was opened again. */
    REOPENED,
    /** Nobody has decided in time. */
    UNANSWERED,
    /** It was said before and is still so. */
    STILL,
    /** What was asked for need not be done any more. */
    VOIDED
}
