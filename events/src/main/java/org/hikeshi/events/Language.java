package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The language somebody is written to in. */
public enum Language {
    @JsonProperty("ja")
    JA,
    @JsonProperty("en")
    EN,
    /** None was chosen: both, Japanese first or as the policy orders. */
    @JsonProperty("both")
    BOTH,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
