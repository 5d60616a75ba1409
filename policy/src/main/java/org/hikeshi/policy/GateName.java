package org.hikeshi.policy;

/** What must be passed before anything leaves (E3.3); the names of the API. */
public enum GateName {
    SECURITY_REVIEW,
    QA_REGRESSION,
    SIGNATURE,
    CHANNEL
}
