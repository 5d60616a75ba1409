package org.hikeshi.policy;

import java.util.List;

/** What reaches whom at once, and who steps in (E5.2-esc). */
public record Escalation(
        @Key(says = "Clause of the policy") String clause,
        @Key(says = "What must be escalated") List<Trigger> when,
        @Key(says = "The role that must acknowledge") Role to,
        @Key(says = "After what time without acknowledgement the deputy is asked")
                Term deputyAfter) {}
