package org.hikeshi.disclosure.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.Role;
import org.junit.jupiter.api.Test;

/** Who stands in for somebody: whose work a text is, and in which roles they act. */
class DeputyTest {
    private static Advisory advisory(boolean aboutCase) {
        var advisory = new Advisory();
        advisory.id = UUID.randomUUID();
        advisory.caseId = UUID.randomUUID();
        advisory.aboutCase = aboutCase;
        advisory.edited("0".repeat(64), new byte[0], Instant.EPOCH, "legal-2");
        return advisory;
    }

    private static Person deputy() {
        return new Person(
                "legal-2",
                EnumSet.of(Role.LEGAL, Role.SUPPLY_CHAIN),
                anyCase -> true,
                anyCase -> Set.of("legal", "chain"),
                anyCase -> EnumSet.of(Role.SUPPLY_CHAIN));
    }

    private static Dossier dossier(Advisory advisory) {
        return new Dossier(
                advisory,
                Contents.complete(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                PolicyFile.loadBundled("default").policy());
    }

    @Test
    void aTextOfADeputyIsTheWorkOfThoseTheyStandInForToo() {
        Advisory advisory = advisory(true);
        assertThat(writers(advisory, deputy().standsInFor(advisory)))
                .containsExactlyInAnyOrder("legal-2", "legal", "chain");
        Advisory notice = advisory(false);
        assertThat(writers(notice, deputy().standsInFor(notice))).containsExactly("legal-2");
    }

    /** As a version before this one leaves it that knows two of its three columns. */
    @Test
    void whatAnEarlierVersionLetGoIsNotHeld() {
        Advisory advisory = advisory(true);
        advisory.hold = Hold.of(Instant.EPOCH, "legal", Set.of());
        assertThat(advisory.held()).isTrue();
        assertThat(advisory.holders()).containsExactly("legal");
        advisory.hold.at = null;
        advisory.hold.by = null;
        assertThat(advisory.held()).isFalse();
        assertThat(advisory.holders()).isEmpty();
    }

    private static Set<String> writers(Advisory advisory, Set<String> absent) {
        return EditRow.of(advisory, absent).writers().collect(Collectors.toSet());
    }

    private static Person alone(String id) {
        return new Person(id, EnumSet.of(Role.LEGAL), anyCase -> true);
    }

    @Test
    void aHoldIsReleasedByNeitherOfTheTwoWhoCountAsOne() {
        Advisory advisory = advisory(true);
        assertThat(advisory.holders()).isEmpty();
        advisory.held(Instant.EPOCH, deputy());
        assertThat(alone("legal").isAmong(advisory.holders(), advisory)).isTrue();
        assertThat(deputy().isAmong(advisory.holders(), advisory)).isTrue();
        assertThat(alone("legal-3").isAmong(advisory.holders(), advisory)).isFalse();
        advisory.held(Instant.EPOCH, alone("chain"));
        assertThat(deputy().isAmong(advisory.holders(), advisory)).isTrue();
        assertThat(alone("legal").isAmong(advisory.holders(), advisory)).isFalse();
        advisory.released();
        assertThat(advisory.held()).isFalse();
        assertThat(advisory.holders()).isEmpty();
    }

    @Test
    void aDeputyActsInTheRolesOfTheAbsentOneAlone() {
        assertThat(dossier(advisory(true)).judge(AdvisoryAction.READ, deputy()))
                .as("supply chain has no duty in advisories")
                .isInstanceOf(Verdict.Absent.class);
        assertThat(dossier(advisory(false)).may(AdvisoryAction.READ, deputy()))
                .as("a notice is about no case")
                .isTrue();
    }
}
