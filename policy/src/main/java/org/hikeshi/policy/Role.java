package org.hikeshi.policy;

/**
 * The staff roles every duty is given to (policy E2); the file may rename what people call them.
 */
public enum Role {
    CISO,
    SECURITY_OFFICE,
    DEVELOPER,
    QA,
    SUPPLY_CHAIN,
    COMMUNICATIONS,
    LEGAL,
    IT_OPERATIONS,
    AUDITOR
}
