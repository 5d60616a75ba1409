package org.hikeshi.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.UUID;

/** The services of the house. */
public enum HouseService {
    @JsonProperty("intake")
    INTAKE,
    @JsonProperty("triage")
    TRIAGE,
    @JsonProperty("release")
    RELEASE,
    @JsonProperty("disclosure")
    DISCLOSURE,
    @JsonProperty("notifier")
    NOTIFIER,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN;

    /** As in paths and signatures: {@code triage}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Under which it speaks of itself; the same for ever. */
    public UUID key() {
        return UUID.nameUUIDFromBytes(("org.hikeshi/" + written()).getBytes(UTF_8));
    }

    /**
     * @throws IllegalArgumentException if there is no such service
     */
    public static HouseService named(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
