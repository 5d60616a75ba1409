package org.hikeshi.release.gate;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.policy.GateName;

/**
 * What somebody decided at a gate.
 *
 * @param contentHash of the content it was decided about
 * @param by staff id
 * @param absent staff ids for whom {@code by} stood in then, being on the case for nothing else:
 *     where two people are needed they are one
 */
public record GateDecision(
        UUID id,
        GateName gate,
        String contentHash,
        GateOutcome outcome,
        String by,
        Set<String> absent,
        Instant at) {

    public GateDecision {
        absent = Set.copyOf(absent);
    }

    /** Whether it was one of these who decided, or one who counts as one with them. */
    public boolean isOf(Set<String> people) {
        Set<String> counted = new HashSet<>(absent);
        counted.add(by);
        return !Collections.disjoint(counted, people);
    }
}
