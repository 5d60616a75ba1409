package org.hikeshi.notifier.ledger;

/** To whom something is owed. */
public enum Audience {
    REPORTER,
    CUSTOMER,
    STAFF
}
