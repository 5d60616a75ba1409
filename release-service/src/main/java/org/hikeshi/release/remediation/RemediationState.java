package org.hikeshi.release.remediation;

/** How far the present content has come. */
public enum RemediationState {
    /** Being made: security review or QA have not both passed. */
    OPEN,
    /** Security review and QA have passed; not every file is signed. */
    REVIEWED,
    /** Every file is signed; the signature gate has not passed. */
    SIGNED,
    /** What is signed was verified; the channel gate has not passed. */
    CHECKED,
    /** All gates have passed: may be released. */
    VERIFIED,
    /** Has left the house; nothing about it changes any more. */
    RELEASED
}
