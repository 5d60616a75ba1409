package org.hikeshi.release.remediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.Absence;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.junit.jupiter.api.Test;

/**
 * Whoever is away and their deputy are one person for each other's work, and a deputy acts in the
 * role of the absent one alone. Here developer-2 is away and developer, who mends the product,
 * stands in.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class DeputyIT {
    private static final StaffId ABSENT = StaffId.parse("developer-2");
    private static final StaffId DEPUTY = StaffId.parse("developer");

    @Inject Acting acting;
    @Inject CurrentIdentityAssociation signedIn;

    private static void team(Desk desk, int revision, boolean away, String... members) {
        Instant now = Instant.now();
        List<TeamMember> team =
                Arrays.stream(members)
                        .map(one -> new TeamMember(StaffId.parse(one), role(one)))
                        .toList();
        Absence absence = new Absence(ABSENT, DEPUTY, now.minusSeconds(60), now.plusSeconds(600));
        Neighbour.named("triage")
                .says(
                        new TeamChanged(
                                desk.caseId(),
                                revision,
                                team,
                                now,
                                away ? List.of(absence) : null));
    }

    private static StaffRole role(String staff) {
        String written = staff.replace("-2", "").replace('-', '_');
        return StaffRole.valueOf(written.toUpperCase(Locale.ROOT));
    }

    private static int seenBy(String person, String id) {
        return Desk.as(person).get(Desk.API + "/" + id).statusCode();
    }

    /** The developer of the product is on the case only because developer-2 is away. */
    private static void onlyStandsIn(Desk desk, String id) throws InterruptedException {
        team(desk, 2, false, "qa", "developer-2");
        Said.await("off the team", () -> seenBy("developer", id) == 404);
        team(desk, 3, true, "qa", "developer-2");
        Said.await("stands in", () -> seenBy("developer", id) == 200);
    }

    @Test
    void workOfTheDeputyIsNotReviewedByWhoTheyStoodInFor() throws Exception {
        Desk desk = Desk.open();
        String before = desk.fix("1.0.3");
        onlyStandsIn(desk, before);
        desk.upload("developer", before, "1.0.3", Desk.firmware(10)).then().statusCode(200);
        String within = desk.fix("1.0.4");
        desk.upload("developer", within, "1.0.4", Desk.firmware(11)).then().statusCode(200);
        team(desk, 4, false, "developer", "developer-2", "it-operations");
        Said.await("back", () -> seenBy("it-operations", before) == 200);

        for (String id : List.of(before, within)) {
            Desk.as("auditor")
                    .get(Desk.API + "/" + id)
                    .then()
                    .body("authors", contains("developer", "developer-2"));
            Desk.gate("developer-2", id, "security-review", "passed")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("own-work"));
        }
        String after = desk.fix("1.0.5");
        desk.upload("developer", after, "1.0.5", Desk.firmware(12)).then().statusCode(200);
        Desk.gate("developer-2", after, "security-review", "passed").then().statusCode(200);
    }

    @Test
    void aDeputyActsInNoRoleThatTheAbsentOneHasNot() throws Exception {
        Desk desk = Desk.open();
        UUID id = UUID.fromString(desk.fix("1.0.6"));
        Map<RemediationAction, Boolean> asOneOfTheTeam = lets(id);
        assertThat(asOneOfTheTeam.values()).as("in all their roles").containsOnly(true);

        onlyStandsIn(desk, id.toString());

        Map<RemediationAction, Boolean> asDeputy = lets(id);
        assertThat(asDeputy.get(RemediationAction.REVIEW_SECURITY)).isTrue();
        assertThat(asDeputy.get(RemediationAction.TEST_REGRESSION)).isFalse();
        assertThat(asDeputy.get(RemediationAction.SIGN)).isFalse();
    }

    /** Whether somebody with three roles does this at all. */
    private Map<RemediationAction, Boolean> lets(UUID id) {
        ManagedContext request = Arc.container().requestContext();
        boolean mine = !request.isActive();
        if (mine) {
            request.activate();
        }
        try {
            signedIn.setIdentity(
                    QuarkusSecurityIdentity.builder()
                            .setPrincipal(new QuarkusPrincipal("developer"))
                            .addRoles(Set.of("developer", "qa", "it-operations"))
                            .build());
            return Map.of(
                    RemediationAction.REVIEW_SECURITY,
                    acting.lets(id, RemediationAction.REVIEW_SECURITY),
                    RemediationAction.TEST_REGRESSION,
                    acting.lets(id, RemediationAction.TEST_REGRESSION),
                    RemediationAction.SIGN,
                    acting.lets(id, RemediationAction.SIGN));
        } finally {
            if (mine) {
                request.terminate();
            }
        }
    }
}
