package org.hikeshi.messaging;

/** How an event ended. Both are normal; what went wrong is thrown. */
public sealed interface Outcome {

    /** The fact was recorded. */
    record Handled() implements Outcome {}

    /**
     * The domain says no. Recorded in the inbox; effects of the handler stay.
     *
     * @param reason a code or neutral words: it is stored in clear and shown to operators
     */
    record Refused(String reason) implements Outcome {}

    /** The fact was recorded. */
    static Outcome handled() {
        return new Handled();
    }

    /** The domain says no. */
    static Outcome refused(String reason) {
        return new Refused(reason);
    }
}
