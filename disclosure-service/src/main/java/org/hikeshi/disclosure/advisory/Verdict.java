package org.hikeshi.disclosure.advisory;

/** Whether an action may go on. */
public sealed interface Verdict {

    /** Yes. */
    record Allowed() implements Verdict {}

    /** There is nothing here for this person: forbidden looks like absent. */
    record Absent() implements Verdict {}

    /**
     * The right person at the wrong moment.
     *
     * @param reason a fixed word: {@code own-work}, {@code incomplete}, {@code not-reviewed}, …
     */
    record Refused(String reason) implements Verdict {}
}
