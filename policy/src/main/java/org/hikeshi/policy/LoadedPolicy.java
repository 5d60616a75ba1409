package org.hikeshi.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A policy together with the exact file it was read from. {@code sha256} is lower-case hex over the
 * file's bytes: what the CISO approves, what each service stores with the version, and what a
 * service compares before it starts (the same version with another hash must not start).
 */
public record LoadedPolicy(Policy policy, String text, String sha256) {

    /**
     * Whether this file may be used here and now (E0): in a trial always; deployed only with the
     * CISO's approval of exactly these bytes, and not before the day it takes effect (policy's
     * zone).
     */
    public ApprovalVerdict approvedFor(
            Workspace workspace, Instant now, Collection<PolicyApproval> approvals) {
        if (workspace == Workspace.TRIAL) {
            return new ApprovalVerdict.Usable();
        }
        List<PolicyApproval> ofThis =
                approvals.stream()
                        .filter(a -> a.sha256().equalsIgnoreCase(sha256))
                        .filter(a -> a.version().equals(policy.version()))
                        .filter(a -> a.approvedBy() == policy.approvedBy())
                        .toList();
        if (ofThis.isEmpty()) {
            return new ApprovalVerdict.Refused(
                    "policy %s (SHA-256 %s) has no approval by %s"
                            .formatted(
                                    policy.version(), sha256, Words.written(policy.approvedBy())));
        }
        // Nobody has approved yet what will be approved.
        if (ofThis.stream().allMatch(a -> a.approvedAt().isAfter(now))) {
            return new ApprovalVerdict.Refused(
                    "the approval of policy %s is dated after now (approvedAt %s)"
                            .formatted(policy.version(), ofThis.getFirst().approvedAt()));
        }
        if (policy.calendar().dayOf(now).isBefore(policy.effective())) {
            return new ApprovalVerdict.Refused(
                    "policy %s takes effect on %s".formatted(policy.version(), policy.effective()));
        }
        return new ApprovalVerdict.Usable();
    }
}
