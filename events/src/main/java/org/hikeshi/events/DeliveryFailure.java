package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a mail could not be delivered for good. */
public enum DeliveryFailure {
    /** The recipient's server refused it for good. */
    @JsonProperty("refused")
    REFUSED,
    /** Retried until its time was over. */
    @JsonProperty("expired")
    EXPIRED,
    /** There is no address it could go to. */
    @JsonProperty("unaddressable")
    UNADDRESSABLE,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
