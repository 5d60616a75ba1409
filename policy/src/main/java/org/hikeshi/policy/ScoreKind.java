package org.hikeshi.policy;

/** Which CVSS score sets the band. */
public enum ScoreKind {
    BASE,
    TEMPORAL,
    ENVIRONMENTAL
}
