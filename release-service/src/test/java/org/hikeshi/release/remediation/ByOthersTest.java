package org.hikeshi.release.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.policy.GateName;
import org.hikeshi.release.gate.GateDecision;
import org.hikeshi.release.gate.GateOutcome;
import org.junit.jupiter.api.Test;

/** Whose decisions count for content that has authors. */
class ByOthersTest {
    private static GateDecision by(String staff, Set<String> absent) {
        return new GateDecision(
                UUID.randomUUID(),
                GateName.QA_REGRESSION,
                "0".repeat(64),
                GateOutcome.PASSED,
                staff,
                absent,
                Instant.EPOCH);
    }

    private static List<GateDecision> counted(GateDecision decision, String... authors) {
        return Dossier.byOthers(List.of(decision), Set.of(authors));
    }

    @Test
    void whatAnAuthorOrTheirDeputyDecidedCountsForNothing() {
        assertThat(counted(by("qa", Set.of()), "developer")).hasSize(1);
        assertThat(counted(by("qa", Set.of()), "developer", "qa")).isEmpty();
        assertThat(counted(by("legal", Set.of("qa")), "developer")).hasSize(1);
        assertThat(counted(by("legal", Set.of("qa")), "developer", "qa")).isEmpty();
    }
}
