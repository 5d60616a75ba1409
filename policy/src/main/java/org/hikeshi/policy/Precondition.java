package org.hikeshi.policy;

/**
 * What must be true before a vulnerability is published: A after remediation, E prepared, Z
 * obtainable.
 */
public enum Precondition {
    REMEDIATED,
    REMEDY_PREPARED,
    REMEDY_OBTAINABLE
}
