package org.hikeshi.policy;

import java.util.List;

/** A check that guards a remedy before it leaves (E3.3). Signature and channel are never waived. */
public record Gate(
        @Key(says = "Which gate") GateName gate,
        @Key(says = "Which remedies it guards") List<RemedyKind> guards,
        @Key(says = "The role that may close it; nobody closes a gate on own work") Role by,
        @Key(says = "Whether it may be waived as a recorded deviation", otherwise = "false")
                boolean waivable,
        @Key(says = "Clause of the policy") String clause,
        @Key(says = "Whether it is published", otherwise = "published") Standing standing)
        implements Checked {
    @Override
    public List<Complaint> complaints() {
        boolean never = gate == GateName.SIGNATURE || gate == GateName.CHANNEL;
        return never && waivable
                ? List.of(new Complaint("waivable", Mistake.NEVER_WAIVED))
                : List.of();
    }
}
