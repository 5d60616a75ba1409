package org.hikeshi.messaging;

/** What the door says about a record. */
sealed interface Admission {

    /** Well signed by the one who may say it. */
    record Admitted(IncomingEvent event) implements Admission {}

    /** Nobody who may say this has said it. */
    record Forged(String reason) implements Admission {}

    /** Well signed, but not in a shape that we know. */
    record Unreadable(String reason) implements Admission {}
}
