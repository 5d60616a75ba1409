package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a campaign stopped. */
public enum HaltReason {
    /** Too many failures. */
    @JsonProperty("threshold")
    THRESHOLD,
    /** Somebody stopped it. */
    @JsonProperty("person")
    PERSON,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
