package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How a share was found. */
public enum Measured {
    /** Counted from devices. */
    @JsonProperty("measured")
    MEASURED,
    /** Declared by a person. */
    @JsonProperty("declared")
    DECLARED,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
