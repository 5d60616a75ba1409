package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The duties of a response team (E2). */
public enum StaffRole {
    /** Approves, decides escalations and deviations. */
    @JsonProperty("ciso")
    CISO,
    /** Runs the case. */
    @JsonProperty("security-office")
    SECURITY_OFFICE,
    /** Mends, for the products of theirs. */
    @JsonProperty("developer")
    DEVELOPER,
    /** Tests, and signs the signature check. */
    @JsonProperty("qa")
    QA,
    /** Watches suppliers and sources. */
    @JsonProperty("supply-chain")
    SUPPLY_CHAIN,
    /** Writes to customers. */
    @JsonProperty("communications")
    COMMUNICATIONS,
    /** Reviews the law. */
    @JsonProperty("legal")
    LEGAL,
    /** Runs channels and systems. */
    @JsonProperty("it-operations")
    IT_OPERATIONS,
    /** Reads. */
    @JsonProperty("auditor")
    AUDITOR,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
