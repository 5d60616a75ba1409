package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** A fact beside the stage of a case (practice d2, d3). */
public enum CaseMark {
    /** Used by attackers. */
    @JsonProperty("exploited")
    EXPLOITED,
    /** Known to the public. */
    @JsonProperty("public")
    PUBLIC,
    /** Known to some who should not. */
    @JsonProperty("leaked")
    LEAKED,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
