package org.hikeshi.policy;

import java.util.List;

/** What besides severity sets the order of work (E4.2). Lowering always needs a second person. */
public record Priority(
        @Key(says = "Clause of the policy") String clause,
        @Key(says = "The factors looked at") List<Factor> factors) {}
