package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a report holds. */
public enum Finding {
    /** A vulnerability. */
    @JsonProperty("valid")
    VALID,
    /** None. */
    @JsonProperty("not-valid")
    NOT_VALID,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
