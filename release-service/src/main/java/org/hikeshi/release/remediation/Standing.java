package org.hikeshi.release.remediation;

import java.util.Optional;
import java.util.Set;
import org.hikeshi.policy.Gate;
import org.hikeshi.policy.Role;
import org.hikeshi.release.Actor;

/**
 * Everything that decides whether an act is allowed: who the person is to this remediation and
 * where it stands. Pure, so that the whole table of states, actions and roles is tested.
 *
 * @param gates of the case's policy for this kind of remedy
 * @param textApprover the role whose yes an outward text needs
 * @param develops whether the person is a developer of every product of it
 * @param author whether the present content holds work of the person
 */
record Standing(
        RemediationState state,
        GateStanding gates,
        Role textApprover,
        boolean develops,
        boolean author) {

    /** Whether the person's roles allow the act at all; if not, it looks absent. */
    boolean lets(RemediationAction action, Actor actor) {
        return switch (action) {
            case EDIT, UPLOAD -> actor.is("developer") && develops;
            case RELEASE -> actor.is("developer") && develops || actor.is("security-office");
            case DRAFT_TEXT, SIGN -> actor.isOneOf(action.roles());
            case APPROVE_TEXT -> actor.is(Actor.name(textApprover));
            case REVIEW_SECURITY, TEST_REGRESSION, VERIFY_SIGNATURE, CHECK_CHANNEL ->
                    gate(action).map(g -> actor.is(Actor.name(g.by()))).orElse(true);
        };
    }

    /** Why it cannot be done now; empty if it can. */
    Optional<Refusal> refuses(RemediationAction action) {
        Optional<Refusal> now = action.refusedIn(state);
        if (now.isPresent()) {
            return now;
        }
        if (isGate(action) && gate(action).isEmpty()) {
            return Optional.of(Refusal.GATE_NOT_ASKED);
        }
        return action.ofAnother() && author ? Optional.of(Refusal.OWN_WORK) : Optional.empty();
    }

    private Optional<Gate> gate(RemediationAction action) {
        return gates.asked().stream()
                .filter(gate -> RemediationAction.at(gate.gate()) == action)
                .findFirst();
    }

    private static boolean isGate(RemediationAction action) {
        return Set.of(
                        RemediationAction.REVIEW_SECURITY,
                        RemediationAction.TEST_REGRESSION,
                        RemediationAction.VERIFY_SIGNATURE,
                        RemediationAction.CHECK_CHANNEL)
                .contains(action);
    }
}
