package org.hikeshi.disclosure.advisory;

import java.time.Instant;
import java.util.List;
import org.hikeshi.web.FieldError;

/** How an attempt at an advisory ended. */
public sealed interface Result {

    /** Done; the advisory as it is now. */
    record Done(Dossier dossier) implements Result {}

    /** There is nothing here for this person. */
    record Absent() implements Result {}

    /** The right person at the wrong moment; {@code reason} is a fixed word. */
    record Refused(String reason) implements Result {}

    /** Somebody changed the text meanwhile. */
    record Stale(String by, Instant at) implements Result {}

    /** Fields that cannot be taken. */
    record Unfit(List<FieldError> errors) implements Result {}
}
