package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a case, minted by intake at receipt; the key of all its events. */
public record CaseId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CaseId parse(String text) {
        return new CaseId(CanonicalUuid.parse("a case id", text));
    }

    /** A new random one (version 4). */
    public static CaseId random() {
        return new CaseId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
