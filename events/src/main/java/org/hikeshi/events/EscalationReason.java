package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why the CISO is asked (E5.2). */
public enum EscalationReason {
    @JsonProperty("provisional-critical")
    PROVISIONAL_CRITICAL,
    @JsonProperty("exploited")
    EXPLOITED,
    @JsonProperty("leak")
    LEAK,
    /** A legal or personal-data risk. */
    @JsonProperty("legal")
    LEGAL,
    /** A clock of a Critical passed. */
    @JsonProperty("breach")
    BREACH,
    /** A person asked for it. */
    @JsonProperty("person")
    PERSON,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
