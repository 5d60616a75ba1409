package org.hikeshi.release.gate;

/** How a check ended. */
public enum GateOutcome {
    PASSED,
    FAILED
}
