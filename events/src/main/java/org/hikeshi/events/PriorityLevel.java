package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** In which order cases are worked on; factors only raise it (E4.2). */
public enum PriorityLevel {
    /** First of all. */
    @JsonProperty("p1")
    P1,
    @JsonProperty("p2")
    P2,
    @JsonProperty("p3")
    P3,
    /** With the next planned release. */
    @JsonProperty("p4")
    P4,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
