package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reporter found when checking a fix. */
public enum FixVerdict {
    /** It holds. */
    @JsonProperty("fixed")
    FIXED,
    /** It does not. */
    @JsonProperty("not-fixed")
    NOT_FIXED,
    /** It holds in part. */
    @JsonProperty("partly")
    PARTLY,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
