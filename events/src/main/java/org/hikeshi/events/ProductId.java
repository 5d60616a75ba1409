package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a product of the catalogue. */
public record ProductId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ProductId parse(String text) {
        return new ProductId(CanonicalUuid.parse("a product id", text));
    }

    /** A new random one (version 4). */
    public static ProductId random() {
        return new ProductId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
