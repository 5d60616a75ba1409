package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reporter answers to a proposed date. */
public enum DateAnswer {
    /** The date suits. */
    @JsonProperty("accepted")
    ACCEPTED,
    /** Another date is wished. */
    @JsonProperty("countered")
    COUNTERED,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
