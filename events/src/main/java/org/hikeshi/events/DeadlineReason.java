package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a deadline was set or moved. */
public enum DeadlineReason {
    /** By its severity. */
    @JsonProperty("scored")
    SCORED,
    /** By another severity. */
    @JsonProperty("rescored")
    RESCORED,
    /** By a person, for this case. */
    @JsonProperty("individual")
    INDIVIDUAL,
    /** By the remediation plan. */
    @JsonProperty("plan")
    PLAN,
    /** By a version of the policy. */
    @JsonProperty("policy")
    POLICY,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
