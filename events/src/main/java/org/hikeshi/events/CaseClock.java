package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The clocks of a case, named as in the policy (practice b). */
public enum CaseClock {
    @JsonProperty("receipt-mail")
    RECEIPT_MAIL,
    @JsonProperty("confirmation")
    CONFIRMATION,
    @JsonProperty("first-action")
    FIRST_ACTION,
    @JsonProperty("timeline")
    TIMELINE,
    @JsonProperty("result")
    RESULT,
    @JsonProperty("progress")
    PROGRESS,
    @JsonProperty("mitigation")
    MITIGATION,
    @JsonProperty("fix")
    FIX,
    @JsonProperty("publication")
    PUBLICATION,
    @JsonProperty("escalation")
    ESCALATION,
    @JsonProperty("distribution-notice")
    DISTRIBUTION_NOTICE,
    @JsonProperty("customer-notice")
    CUSTOMER_NOTICE,
    @JsonProperty("authority-exploited")
    AUTHORITY_EXPLOITED,
    @JsonProperty("authority-incident")
    AUTHORITY_INCIDENT,
    @JsonProperty("agreed-date")
    AGREED_DATE,
    @JsonProperty("proposal-answer")
    PROPOSAL_ANSWER,
    @JsonProperty("reporter-answer")
    REPORTER_ANSWER,
    @JsonProperty("upstream")
    UPSTREAM,
    @JsonProperty("review")
    REVIEW,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
