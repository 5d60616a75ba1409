package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of the mails to a reporter (practice, list c). */
public enum MailTemplate {
    /** R1, receipt. */
    @JsonProperty("receipt")
    RECEIPT,
    /** R2, a person has read it. */
    @JsonProperty("confirmed")
    CONFIRMED,
    /** R3, a question. */
    @JsonProperty("question")
    QUESTION,
    /** R4, the result. */
    @JsonProperty("result")
    RESULT,
    /** R5, a date or the severity changed. */
    @JsonProperty("timeline")
    TIMELINE,
    /** R6, closed without fix. */
    @JsonProperty("closed")
    CLOSED,
    /** R7, progress. */
    @JsonProperty("progress")
    PROGRESS,
    /** R8, a mitigation is ready. */
    @JsonProperty("mitigation")
    MITIGATION,
    /** R9, distribution began. */
    @JsonProperty("begun")
    BEGUN,
    /** R10, distribution is complete. */
    @JsonProperty("completed")
    COMPLETED,
    /** R11, a date proposed, set or moved. */
    @JsonProperty("date")
    DATE,
    /** R12, published. */
    @JsonProperty("published")
    PUBLISHED,
    /** R13, an advisory revised or withdrawn. */
    @JsonProperty("revised")
    REVISED,
    /** R14, closure and feedback. */
    @JsonProperty("closure")
    CLOSURE,
    /** R15, the way to a new access key. */
    @JsonProperty("access-key")
    ACCESS_KEY,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
