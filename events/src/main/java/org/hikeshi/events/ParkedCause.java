package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a record was put aside instead of being dealt with. */
public enum ParkedCause {
    /** Not signed by who may say it. */
    @JsonProperty("forged")
    FORGED,
    /** Rightly signed, and of no shape that is known here. */
    @JsonProperty("unreadable")
    UNREADABLE,
    /** Dealing with it failed several times. */
    @JsonProperty("unexpected")
    UNEXPECTED,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
