package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a remediation is. */
public enum RemedyKind {
    /** A temporary measure. */
    @JsonProperty("mitigation")
    MITIGATION,
    @JsonProperty("fix")
    FIX,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
