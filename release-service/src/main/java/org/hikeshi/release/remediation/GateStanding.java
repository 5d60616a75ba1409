package org.hikeshi.release.remediation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hikeshi.policy.Gate;
import org.hikeshi.policy.GateName;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.RemedyKind;

/**
 * Which gates the policy asks for this kind of remedy, and which of them the present content has
 * passed. A state is a function of this and of the signatures, nothing else.
 *
 * @param asked in the order of the policy
 * @param passed for the present content
 */
public record GateStanding(List<Gate> asked, Set<GateName> passed) {
    public GateStanding {
        asked = List.copyOf(asked);
        passed = Set.copyOf(passed);
    }

    static GateStanding under(Policy policy, RemedyKind kind, Set<GateName> passed) {
        return new GateStanding(
                policy.gates().stream().filter(gate -> gate.guards().contains(kind)).toList(),
                passed);
    }

    /** The rule of a gate, null if the policy does not ask for it. */
    public Map<GateName, Gate> rules() {
        Map<GateName, Gate> rules = new EnumMap<>(GateName.class);
        asked.forEach(gate -> rules.put(gate.gate(), gate));
        return rules;
    }

    /** Asked for and not passed, in the order of the policy. */
    public List<GateName> open() {
        return asked.stream().map(Gate::gate).filter(gate -> !passed.contains(gate)).toList();
    }

    /** Where a content with these gates stands. */
    RemediationState state(boolean everyFileSigned, boolean released) {
        Set<GateName> open = open().stream().collect(Collectors.toSet());
        if (released) {
            return RemediationState.RELEASED;
        }
        if (open.contains(GateName.SECURITY_REVIEW) || open.contains(GateName.QA_REGRESSION)) {
            return RemediationState.OPEN;
        }
        if (!everyFileSigned) {
            return RemediationState.REVIEWED;
        }
        if (open.contains(GateName.SIGNATURE)) {
            return RemediationState.SIGNED;
        }
        return open.contains(GateName.CHANNEL)
                ? RemediationState.CHECKED
                : RemediationState.VERIFIED;
    }
}
