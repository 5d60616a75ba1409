package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a closed case goes on. */
public enum ReopeningReason {
    /** A check failed. */
    @JsonProperty("not-fixed")
    NOT_FIXED,
    /** The reporter's objection holds. */
    @JsonProperty("objection")
    OBJECTION,
    /** It was closed in error. */
    @JsonProperty("our-error")
    OUR_ERROR,
    @JsonProperty("new-evidence")
    NEW_EVIDENCE,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
