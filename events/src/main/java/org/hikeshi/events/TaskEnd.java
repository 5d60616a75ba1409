package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How a task ended. */
public enum TaskEnd {
    /** Somebody did it. */
    @JsonProperty("done")
    DONE,
    /** It is no longer owed. */
    @JsonProperty("void")
    VOID,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
