package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a service's record of acts does not go on. */
public enum AlarmCause {
    /** Acts wait to be chained and none is. */
    @JsonProperty("not-chained")
    NOT_CHAINED,
    /** Chained acts are not signed. */
    @JsonProperty("not-signed")
    NOT_SIGNED,
    /** Signed checkpoints do not leave the database. */
    @JsonProperty("not-exported")
    NOT_EXPORTED,
    /** Somebody holds the record's tables, so that nobody can look. */
    @JsonProperty("not-read")
    NOT_READ,
    /** The record is not what was signed or exported. */
    @JsonProperty("changed")
    CHANGED,
    /** The service's key is not one whose signature would count. */
    @JsonProperty("key")
    KEY,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
