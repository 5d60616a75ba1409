package org.hikeshi.release.remediation;

import static org.hikeshi.release.remediation.RemediationState.CHECKED;
import static org.hikeshi.release.remediation.RemediationState.OPEN;
import static org.hikeshi.release.remediation.RemediationState.RELEASED;
import static org.hikeshi.release.remediation.RemediationState.REVIEWED;
import static org.hikeshi.release.remediation.RemediationState.SIGNED;
import static org.hikeshi.release.remediation.RemediationState.VERIFIED;

import java.util.Optional;
import java.util.Set;
import org.hikeshi.policy.GateName;

/**
 * What can be done to a remediation, by whom, and in which state. The table of issue "who may what"
 * as code; roles of gates come from the policy and are not repeated here.
 */
public enum RemediationAction {
    /** Change products, version or prose; voids what was approved. */
    EDIT(Set.of("developer"), false),
    /** Put or replace a file; voids what was approved. */
    UPLOAD(Set.of("developer"), false),
    /** Write the text for customers before publication; voids its approval. */
    DRAFT_TEXT(Set.of("security-office"), false),
    /** Say yes to that text. The policy names who approves outward texts. */
    APPROVE_TEXT(Set.of(), true),
    REVIEW_SECURITY(Set.of(), true),
    TEST_REGRESSION(Set.of(), true),
    /** The second approval, which signs. */
    SIGN(Set.of("it-operations"), true),
    VERIFY_SIGNATURE(Set.of(), true),
    CHECK_CHANNEL(Set.of(), true),
    /** Let it leave the house. */
    RELEASE(Set.of("developer", "security-office"), false);

    private final Set<String> roles;
    private final boolean ofAnother;

    RemediationAction(Set<String> roles, boolean ofAnother) {
        this.roles = roles;
        this.ofAnother = ofAnother;
    }

    /** The roles that may; empty where the policy says who. */
    public Set<String> roles() {
        return roles;
    }

    /** Whether it is an approval, which nobody gives to work of their own. */
    public boolean ofAnother() {
        return ofAnother;
    }

    /** Deciding at a gate. */
    public static RemediationAction at(GateName gate) {
        return switch (gate) {
            case SECURITY_REVIEW -> REVIEW_SECURITY;
            case QA_REGRESSION -> TEST_REGRESSION;
            case SIGNATURE -> VERIFY_SIGNATURE;
            case CHANNEL -> CHECK_CHANNEL;
        };
    }

    /** Why it cannot be done in this state; empty if it can. */
    public Optional<Refusal> refusedIn(RemediationState state) {
        if (state == RELEASED) {
            return Optional.of(Refusal.RELEASED);
        }
        return switch (this) {
            case EDIT, UPLOAD, DRAFT_TEXT, APPROVE_TEXT, REVIEW_SECURITY, TEST_REGRESSION ->
                    Optional.empty();
            case SIGN -> sign(state);
            case VERIFY_SIGNATURE ->
                    state == OPEN || state == REVIEWED
                            ? Optional.of(state == OPEN ? Refusal.NOT_REVIEWED : Refusal.NOT_SIGNED)
                            : Optional.empty();
            case CHECK_CHANNEL -> channel(state);
            case RELEASE -> state == VERIFIED ? Optional.empty() : Optional.of(Refusal.GATES_OPEN);
        };
    }

    private static Optional<Refusal> sign(RemediationState state) {
        return switch (state) {
            case OPEN -> Optional.of(Refusal.NOT_REVIEWED);
            case REVIEWED -> Optional.empty();
            case SIGNED, CHECKED, VERIFIED -> Optional.of(Refusal.ALREADY_SIGNED);
            case RELEASED -> Optional.of(Refusal.RELEASED);
        };
    }

    private static Optional<Refusal> channel(RemediationState state) {
        return switch (state) {
            case OPEN -> Optional.of(Refusal.NOT_REVIEWED);
            case REVIEWED -> Optional.of(Refusal.NOT_SIGNED);
            case SIGNED -> Optional.of(Refusal.SIGNATURE_GATE_OPEN);
            case CHECKED, VERIFIED -> Optional.empty();
            case RELEASED -> Optional.of(Refusal.RELEASED);
        };
    }
}
