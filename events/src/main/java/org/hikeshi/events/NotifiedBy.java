package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** By which way a reporter was told. */
public enum NotifiedBy {
    /** Taken by the recipient's mail server. */
    @JsonProperty("mail")
    MAIL,
    /** Readable on the status page of a reporter without address. */
    @JsonProperty("status-page")
    STATUS_PAGE,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
