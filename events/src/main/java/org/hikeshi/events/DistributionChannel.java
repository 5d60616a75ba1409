package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** How an update reaches its units (A5). */
public enum DistributionChannel {
    /** Over the air. */
    @JsonProperty("ota")
    OTA,
    /** Fetched by users. */
    @JsonProperty("download")
    DOWNLOAD,
    /** By hand, unit by unit. */
    @JsonProperty("manual")
    MANUAL,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
