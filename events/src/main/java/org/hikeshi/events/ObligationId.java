package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of something that somebody must be told; minted by the notifier. */
public record ObligationId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ObligationId parse(String text) {
        return new ObligationId(CanonicalUuid.parse("an obligation id", text));
    }

    /** A new random one (version 4). */
    public static ObligationId random() {
        return new ObligationId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
