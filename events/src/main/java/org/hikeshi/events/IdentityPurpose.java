package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reporter's identity was looked at for. */
public enum IdentityPurpose {
    /** To reach the reporter by another way. */
    @JsonProperty("contact")
    CONTACT,
    /** To name the reporter as wished. */
    @JsonProperty("credit")
    CREDIT,
    /** To pass the contact on, where the reporter allowed it. */
    @JsonProperty("coordination")
    COORDINATION,
    /** To judge whether this is the same reporter. */
    @JsonProperty("same-reporter")
    SAME_REPORTER,
    /** Because the law asks. */
    @JsonProperty("legal")
    LEGAL,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
