package org.hikeshi.release.campaign;

import java.util.Set;

/**
 * A part of the fleet that is updated before the next one.
 *
 * @param name shown to staff
 * @param groups devices of these groups; empty for a stage by percent
 * @param percent share of all devices that no group names, together with the stages before; 0 for a
 *     stage by groups
 */
public record Stage(String name, Set<String> groups, int percent, Thresholds thresholds) {
    public Stage {
        groups = Set.copyOf(groups);
    }

    boolean byGroup() {
        return !groups.isEmpty();
    }
}
