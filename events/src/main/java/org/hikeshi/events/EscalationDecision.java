package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What the CISO decided. */
public enum EscalationDecision {
    /** Seen; the decision follows. */
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,
    @JsonProperty("go-on")
    GO_ON,
    @JsonProperty("publish-early")
    PUBLISH_EARLY,
    @JsonProperty("defer")
    DEFER,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
