package org.hikeshi.disclosure.advisory;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.hikeshi.policy.Review;
import org.hikeshi.policy.Reviewing;
import org.hikeshi.policy.Role;

/**
 * Who may do what with an advisory, by the policy's own order of review and approval (E5.2-text),
 * and when. Role first: whoever has no duty here sees nothing. Then the moment. Then the rule that
 * nobody judges what they wrote.
 */
public final class Duties {
    private final Review policy;

    public Duties(Review policy) {
        this.policy = policy;
    }

    /**
     * The roles that may do an action under this policy; empty for a review it does not ask for.
     */
    public Set<Role> rolesFor(AdvisoryAction action) {
        return switch (action) {
            case READ -> EnumSet.complementOf(EnumSet.of(Role.SUPPLY_CHAIN, Role.IT_OPERATIONS));
            case HOLD -> EnumSet.complementOf(EnumSet.of(Role.AUDITOR));
            case EDIT, SET_DATE -> EnumSet.of(policy.draftedBy());
            case RELEASE, PUBLISH -> EnumSet.of(policy.draftedBy(), policy.approvedBy());
            case APPROVE, MOVE_DATE, WITHDRAW -> EnumSet.of(policy.approvedBy());
            case REVIEW_TECHNICAL -> reviewer(Reviewing.TECHNICAL);
            case REVIEW_QA -> reviewer(Reviewing.QA);
            case REVIEW_LEGAL -> reviewer(Reviewing.LEGAL);
        };
    }

    private Set<Role> reviewer(Reviewing review) {
        Role role = policy.reviews().get(review);
        return role == null ? EnumSet.noneOf(Role.class) : EnumSet.of(role);
    }

    /**
     * Judges one attempt.
     *
     * @param roles of the person
     * @param wrote whether the person wrote in the present text
     */
    public Verdict judge(
            AdvisoryAction action, AdvisoryState state, Set<Role> roles, boolean wrote) {
        if (rolesFor(action).stream().noneMatch(roles::contains)) {
            return new Verdict.Absent();
        }
        if (!state.allows(action)) {
            return new Verdict.Refused(reason(action, state));
        }
        if (action.judges() && wrote) {
            return new Verdict.Refused("own-work");
        }
        return new Verdict.Allowed();
    }

    private static String reason(AdvisoryAction action, AdvisoryState state) {
        return switch (state) {
            case DRAFT -> action == AdvisoryAction.WITHDRAW ? "not-published" : "incomplete";
            case IN_REVIEW, REVIEWED ->
                    switch (action) {
                        case WITHDRAW -> "not-published";
                        case PUBLISH -> "not-approved";
                        default -> "not-reviewed";
                    };
            case APPROVED ->
                    action == AdvisoryAction.WITHDRAW ? "not-published" : "already-approved";
            case PUBLISHED -> "already-published";
            case WITHDRAWN -> "withdrawn";
        };
    }

    /** {@code security-office} → {@link Role#SECURITY_OFFICE}. */
    public static Role role(String written) {
        return Role.valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public static String written(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
