package org.hikeshi.policy;

/** To whom a contact speaks or a mail goes. */
public enum Audience {
    REPORTERS,
    CUSTOMERS,
    PARTNERS,
    ADMINISTRATORS,
    EVERYBODY,
    STAFF
}
