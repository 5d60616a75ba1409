package org.hikeshi.disclosure.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.hikeshi.disclosure.knowledge.RemedyStage;
import org.hikeshi.policy.Precondition;
import org.junit.jupiter.api.Test;

class ObstaclesTest {
    /** Which stage is enough for which policy, written a second time. */
    private static final Map<Precondition, Set<RemedyStage>> ENOUGH =
            Map.of(
                    Precondition.REMEDIATED, EnumSet.of(RemedyStage.DISTRIBUTED),
                    Precondition.REMEDY_PREPARED, EnumSet.allOf(RemedyStage.class),
                    Precondition.REMEDY_OBTAINABLE,
                            EnumSet.of(
                                    RemedyStage.MITIGATION_READY,
                                    RemedyStage.PATCH_READY,
                                    RemedyStage.DISTRIBUTED));

    @Test
    void eachPolicyHasItsOwnPrecondition() {
        for (Precondition wanted : Precondition.values()) {
            assertThat(Obstacles.met(wanted, Set.of())).isFalse();
            for (RemedyStage stage : RemedyStage.values()) {
                assertThat(Obstacles.met(wanted, Set.of(stage)))
                        .as("%s %s", wanted, stage)
                        .isEqualTo(ENOUGH.getOrDefault(wanted, Set.of()).contains(stage));
            }
        }
    }
}
