package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one mitigation or fix; minted by release. */
public record RemediationId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RemediationId parse(String text) {
        return new RemediationId(CanonicalUuid.parse("a remediation id", text));
    }

    /** A new random one (version 4). */
    public static RemediationId random() {
        return new RemediationId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
