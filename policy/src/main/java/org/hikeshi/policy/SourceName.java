package org.hikeshi.policy;

/** Where reports and findings come from (E3.1). */
public enum SourceName {
    OWN_DESK,
    INTERNAL_TEST,
    BOUNTY_OR_COORDINATED,
    PORTALS,
    VENDOR_OR_OSS_ADVISORIES,
    WEAKNESS_TRENDS,
    CERT_ALERTS,
    SBOM_MATCH
}
