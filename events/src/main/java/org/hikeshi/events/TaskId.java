package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of something that a person must do; minted by the service that waits for it. */
public record TaskId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TaskId parse(String text) {
        return new TaskId(CanonicalUuid.parse("a task id", text));
    }

    /** A new random one (version 4). */
    public static TaskId random() {
        return new TaskId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
