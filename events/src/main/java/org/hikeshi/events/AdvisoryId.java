package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Id of one advisory or notice while it is worked on; minted by disclosure. The public reads its
 * {@link PublicationId}.
 */
public record AdvisoryId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AdvisoryId parse(String text) {
        return new AdvisoryId(CanonicalUuid.parse("an advisory id", text));
    }

    /** A new random one (version 4). */
    public static AdvisoryId random() {
        return new AdvisoryId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
