package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether what an alarm is about is there or over. */
public enum AlarmState {
    @JsonProperty("raised")
    RAISED,
    @JsonProperty("over")
    OVER,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
