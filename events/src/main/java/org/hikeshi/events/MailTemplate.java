package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of the mails to a reporter (practice, list c). */
public enum MailTemplate {
    /** R1, receipt. */
    @JsonProperty("receipt")
    RECEIPT,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
