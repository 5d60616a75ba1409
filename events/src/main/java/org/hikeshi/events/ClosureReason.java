package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a case ends (practice d1). */
public enum ClosureReason {
    /** All that was owed is done. */
    @JsonProperty("resolved")
    RESOLVED,
    /** Goes on under another case. */
    @JsonProperty("duplicate")
    DUPLICATE,
    /** Known before. */
    @JsonProperty("known")
    KNOWN,
    @JsonProperty("not-reproducible")
    NOT_REPRODUCIBLE,
    @JsonProperty("not-a-vulnerability")
    NOT_A_VULNERABILITY,
    @JsonProperty("out-of-scope")
    OUT_OF_SCOPE,
    @JsonProperty("spam")
    SPAM,
    /** By the CISO. */
    @JsonProperty("risk-accepted")
    RISK_ACCEPTED,
    @JsonProperty("unsupported")
    UNSUPPORTED,
    @JsonProperty("passed-to-supplier")
    PASSED_TO_SUPPLIER,
    @JsonProperty("insufficient-information")
    INSUFFICIENT_INFORMATION,
    /** By the reporter. */
    @JsonProperty("withdrawn")
    WITHDRAWN,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
