package org.hikeshi.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.Absence;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.junit.jupiter.api.Test;

/** A deputy sees what triage says they may, in every service, exactly while the absence lasts. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class StandingInIT {
    private static final StaffId QA = new StaffId("qa");
    private static final Duration A_LITTLE = Duration.ofSeconds(3);

    @Inject CaseAccess access;

    private static SecurityIdentity signedIn(String person, String... roles) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(person))
                .addRoles(Set.of(roles))
                .build();
    }

    private static void say(CaseId caseId, int revision, Instant from, Instant until) {
        Neighbour.named("triage")
                .says(
                        new TeamChanged(
                                caseId,
                                revision,
                                List.of(new TeamMember(QA, StaffRole.QA)),
                                Instant.now(),
                                List.of(new Absence(QA, new StaffId("qa-2"), from, until))));
    }

    private void known(CaseId caseId) throws InterruptedException {
        Said.await("the team", () -> access.maySee(caseId, signedIn("qa", "qa")));
    }

    @Test
    void beforeWithinAndAfter() throws Exception {
        CaseId caseId = CaseId.random();
        SecurityIdentity deputy = signedIn("qa-2", "qa");
        Instant from = Instant.now().plus(A_LITTLE);
        say(caseId, 1, from, from.plus(A_LITTLE));
        known(caseId);

        assertThat(access.maySee(caseId, deputy)).as("before").isFalse();
        Said.await("within", () -> access.maySee(caseId, deputy));
        assertThat(Instant.now()).isAfterOrEqualTo(from);
        assertThat(access.maySee(caseId, signedIn("qa-2", "legal"))).as("no such role").isFalse();
        assertThat(access.standsInFor(caseId, deputy)).containsExactly("qa");
        assertThat(access.standsInFor(caseId, signedIn("qa", "qa"))).isEmpty();
        assertThat(access.rolesOn(caseId, signedIn("qa-2", "qa", "it-operations", "developer")))
                .containsExactly("qa");
        assertThat(access.rolesOn(caseId, signedIn("qa", "qa", "it-operations"))).hasSize(2);
        assertThat(access.rolesOn(caseId, signedIn("qa-2", "qa", "ciso"))).hasSize(2);
        anAuditorActsByTheTeamAlone(caseId);
        Said.await("after", () -> !access.maySee(caseId, deputy));
        assertThat(access.standsInFor(caseId, deputy)).isEmpty();
    }

    private void anAuditorActsByTheTeamAlone(CaseId caseId) {
        SecurityIdentity deputy = signedIn("qa-2", "qa", "auditor", "developer");
        assertThat(access.rolesOn(caseId, deputy)).containsExactlyInAnyOrder("qa", "auditor");
        assertThat(access.standsInFor(caseId, deputy)).containsExactly("qa");
        assertThat(access.rolesOn(caseId, signedIn("legal", "legal", "auditor")))
                .containsExactly("auditor");
        assertThat(access.rolesOn(caseId, signedIn("qa", "qa", "auditor"))).hasSize(2);
        assertThat(access.rolesOn(caseId, signedIn("legal", "ciso", "auditor"))).hasSize(2);
    }

    @Test
    void anOlderRevisionThatComesLateGivesNothing() throws Exception {
        CaseId caseId = CaseId.random();
        CaseId last = CaseId.random();
        Instant now = Instant.now();
        say(caseId, 2, now.minus(Duration.ofDays(2)), now.minus(Duration.ofDays(1)));
        say(caseId, 1, now, now.plus(Duration.ofDays(1)));
        say(last, 1, now.minusSeconds(1), now.plus(Duration.ofDays(1)));
        known(caseId);
        Said.await("the last", () -> access.maySee(last, signedIn("qa-2", "qa")));
        assertThat(access.maySee(caseId, signedIn("qa-2", "qa"))).isFalse();
    }
}
