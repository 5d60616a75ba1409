package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What a person has to do. */
public enum TaskKind {
    @JsonProperty("confirm-report")
    CONFIRM_REPORT,
    @JsonProperty("assess")
    ASSESS,
    @JsonProperty("escalation-decision")
    ESCALATION_DECISION,
    @JsonProperty("plan")
    PLAN,
    @JsonProperty("review-security")
    REVIEW_SECURITY,
    @JsonProperty("review-qa")
    REVIEW_QA,
    @JsonProperty("gate-signature")
    GATE_SIGNATURE,
    @JsonProperty("gate-channel")
    GATE_CHANNEL,
    @JsonProperty("sign-firmware")
    SIGN_FIRMWARE,
    @JsonProperty("release-remedy")
    RELEASE_REMEDY,
    @JsonProperty("start-campaign")
    START_CAMPAIGN,
    @JsonProperty("campaign-stopped")
    CAMPAIGN_STOPPED,
    @JsonProperty("draft-advisory")
    DRAFT_ADVISORY,
    @JsonProperty("review-technical")
    REVIEW_TECHNICAL,
    @JsonProperty("review-advisory-qa")
    REVIEW_ADVISORY_QA,
    @JsonProperty("review-legal")
    REVIEW_LEGAL,
    @JsonProperty("approve-advisory")
    APPROVE_ADVISORY,
    /** The text that customers may read before publication. */
    @JsonProperty("approve-text")
    APPROVE_TEXT,
    @JsonProperty("publish")
    PUBLISH,
    @JsonProperty("answer-reporter")
    ANSWER_REPORTER,
    @JsonProperty("objection")
    OBJECTION,
    @JsonProperty("check-not-fixed")
    CHECK_NOT_FIXED,
    @JsonProperty("close-case")
    CLOSE_CASE,
    @JsonProperty("parked")
    PARKED,
    @JsonProperty("bounce")
    BOUNCE,
    @JsonProperty("progress-word")
    PROGRESS_WORD,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
