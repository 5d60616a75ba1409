package org.hikeshi.policy;

/** Whether a clock is a target (目安: missing it needs a reason told) or a commitment (E5.1-mark). */
public enum Kind {
    TARGET,
    COMMITMENT
}
