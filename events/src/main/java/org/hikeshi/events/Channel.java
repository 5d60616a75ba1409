package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How a report came in. */
public enum Channel {
    /** The form on the web. */
    @JsonProperty("form")
    FORM,
    /** The JSON interface. */
    @JsonProperty("api")
    API,
    /** Mail to the desk. */
    @JsonProperty("mail")
    MAIL,
    /** Entered by staff on behalf of somebody. */
    @JsonProperty("staff")
    STAFF,
    /** Filed by a service. */
    @JsonProperty("machine")
    MACHINE,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
