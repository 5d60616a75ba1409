package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one question put to the CISO; minted by triage. */
public record EscalationId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EscalationId parse(String text) {
        return new EscalationId(CanonicalUuid.parse("an escalation id", text));
    }

    /** A new random one (version 4). */
    public static EscalationId random() {
        return new EscalationId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
