package org.hikeshi.triage.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hikeshi.web.FieldError;

/** How an act on a case ended. */
public sealed interface Acted {

    /** It is done; facts were written. */
    record Done() implements Acted {}

    /** No such case, not visible to this person, or not theirs to do: all the same to them. */
    record NotFound() implements Acted {}

    /**
     * The right person, but not now or not so.
     *
     * @param code a fixed word; {@code problem.<code>} says it
     */
    record Refused(String code) implements Acted {}

    /** The input was read but cannot be taken. */
    record Invalid(List<FieldError> faults) implements Acted {}

    /** Somebody else changed it meanwhile. */
    record Stale(int revision, String by, Instant at) implements Acted {}

    static Acted done() {
        return new Done();
    }

    static Acted refused(String code) {
        return new Refused(code);
    }

    static Acted invalid(String pointer, String code, Object... arguments) {
        return new Invalid(List.of(FieldError.at(pointer, code, arguments)));
    }

    /** A word that the field does not take. */
    static Acted unknownWord(String pointer, Collection<String> known) {
        return new Invalid(List.of(FieldError.at(pointer, "unknown-word").accepting(known)));
    }
}
