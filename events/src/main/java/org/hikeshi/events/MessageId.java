package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of one message of a conversation; minted by intake. */
public record MessageId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageId parse(String text) {
        return new MessageId(CanonicalUuid.parse("a message id", text));
    }

    /** A new random one (version 4). */
    public static MessageId random() {
        return new MessageId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
