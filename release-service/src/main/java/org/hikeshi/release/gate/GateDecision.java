package org.hikeshi.release.gate;

import java.time.Instant;
import java.util.UUID;
import org.hikeshi.policy.GateName;

/**
 * What somebody decided at a gate.
 *
 * @param contentHash of the content it was decided about
 */
public record GateDecision(
        UUID id, GateName gate, String contentHash, GateOutcome outcome, String by, Instant at) {}
