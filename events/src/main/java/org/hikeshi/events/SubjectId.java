package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Id of what a task is about: a case, report, remediation, advisory, whatever its service names.
 */
public record SubjectId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SubjectId parse(String text) {
        return new SubjectId(CanonicalUuid.parse("a subject id", text));
    }

    /** A new random one (version 4). */
    public static SubjectId random() {
        return new SubjectId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
