package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a report comes from (E3.1). */
public enum Source {
    /** The vendor's own desk: form, API, mail. */
    @JsonProperty("desk")
    DESK,
    /** The vendor's own tests. */
    @JsonProperty("internal-test")
    INTERNAL_TEST,
    /** A bounty platform. */
    @JsonProperty("bounty")
    BOUNTY,
    /** Coordinated disclosure by a third party. */
    @JsonProperty("coordinator")
    COORDINATOR,
    /** A vulnerability portal or database. */
    @JsonProperty("portal")
    PORTAL,
    /** An advisory of a supplier or an open-source project. */
    @JsonProperty("advisory")
    ADVISORY,
    /** An alert of a CERT. */
    @JsonProperty("cert")
    CERT,
    /** A match of an SBOM against vulnerability data. */
    @JsonProperty("sbom")
    SBOM,
    /** A value of a later version of the contract. Read, never said. */
    @JsonEnumDefaultValue
    @JsonProperty("unknown")
    UNKNOWN
}
