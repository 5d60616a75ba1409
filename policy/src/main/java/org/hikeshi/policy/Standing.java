package org.hikeshi.policy;

/**
 * Where a rule stands: in the published policy, in the addendum rendered apart from it, or only in
 * house.
 */
public enum Standing {
    PUBLISHED,
    ADDENDUM,
    HOUSE
}
