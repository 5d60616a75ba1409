package org.hikeshi.disclosure.knowledge;

/** How far a remedy of a case has come. */
public enum RemedyStage {
    /** All gates passed (確定). */
    VERIFIED,
    MITIGATION_READY,
    PATCH_READY,
    DISTRIBUTED
}
