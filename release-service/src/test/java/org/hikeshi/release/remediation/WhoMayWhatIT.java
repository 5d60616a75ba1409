package org.hikeshi.release.remediation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.policy.Role;
import org.hikeshi.release.Actor;
import org.junit.jupiter.api.Test;

/**
 * Every act in every state by every person at the door: whatever the table that {@link
 * RemediationStatesTest} pins does not allow is refused with its reason, and nothing has changed.
 * Everybody is on the case here.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class WhoMayWhatIT {
    private static final String VERSION = "8.0.0";
    private static final List<String> PEOPLE =
            List.of(
                    "ciso",
                    "security-office",
                    "developer",
                    "developer-2",
                    "qa",
                    "supply-chain",
                    "communications",
                    "legal",
                    "it-operations",
                    "auditor");

    @Inject Transactions transactions;
    @Inject Dossiers dossiers;

    @Test
    void whatIsNotAllowedIsRefusedAndChangesNothing() throws Exception {
        Desk desk = Desk.open();
        String id = desk.fix(VERSION);
        everybodyOn(desk, id);
        desk.upload("developer", id, VERSION, Desk.firmware(300)).then().statusCode(200);
        int refused = 0;
        for (RemediationState state : RemediationState.values()) {
            reach(state, id);
            assertThat(Desk.state(id)).isEqualTo(RemediationAnswer.written(state));
            refused += refusedIn(state, desk, id);
        }
        assertThat(refused).isGreaterThan(500);
    }

    private int refusedIn(RemediationState state, Desk desk, String id) {
        Dossier dossier =
                transactions.inTransaction(c -> dossiers.of(UUID.fromString(id))).orElseThrow();
        String before = shown(id);
        int refused = 0;
        for (RemediationAction action : RemediationAction.values()) {
            for (String person : PEOPLE) {
                Actor actor = new Actor(person, Set.of(person.replace("-2", "")));
                org.hikeshi.release.remediation.Standing standing =
                        dossier.standing(actor, action, Set.of());
                boolean may = standing.lets(action, actor);
                Optional<Refusal> reason = standing.refuses(action);
                if (may && reason.isEmpty()) {
                    continue;
                }
                Response answer = tries(action, person, desk, id, dossier.contentHash());
                String tried = action + " in " + state + " by " + person;
                assertThat(answer.statusCode()).as(tried).isEqualTo(may ? 409 : 404);
                if (may) {
                    assertThat(answer.<String>path("code"))
                            .as(tried)
                            .isEqualTo(reason.orElseThrow().code());
                }
                refused++;
            }
        }
        assertThat(shown(id)).isEqualTo(before);
        return refused;
    }

    private static String shown(String id) {
        return Desk.as("auditor").get(Desk.API + "/" + id).asString();
    }

    private static void reach(RemediationState state, String id) {
        switch (state) {
            case OPEN -> {}
            case REVIEWED -> {
                Desk.gate("developer-2", id, "security-review", "passed").then().statusCode(200);
                Desk.gate("qa", id, "qa-regression", "passed").then().statusCode(200);
            }
            case SIGNED -> Desk.post("it-operations", id, "signing").then().statusCode(200);
            case CHECKED -> Desk.gate("qa", id, "signature", "passed").then().statusCode(200);
            case VERIFIED ->
                    Desk.gate("it-operations", id, "channel", "passed").then().statusCode(200);
            case RELEASED -> {
                Desk.text(id);
                Desk.post("security-office", id, "release").then().statusCode(200);
            }
        }
    }

    private static Response tries(
            RemediationAction action, String person, Desk desk, String id, String hash) {
        String at = Desk.API + "/" + id;
        RequestSpecification as = Desk.as(person).header("If-Match", "\"" + hash + "\"");
        return switch (action) {
            case EDIT -> as.body(desk.body("Other words.", VERSION)).put(at);
            case UPLOAD -> desk.upload(person, id, VERSION, Desk.firmware(301));
            case DRAFT_TEXT -> as.body(text()).put(at + "/pre-disclosure");
            case APPROVE_TEXT ->
                    as.body(Map.of("hash", "a".repeat(64))).post(at + "/pre-disclosure/approval");
            case REVIEW_SECURITY -> as.body(outcome()).post(at + "/gates/security-review");
            case TEST_REGRESSION -> as.body(outcome()).post(at + "/gates/qa-regression");
            case SIGN -> as.post(at + "/signing");
            case VERIFY_SIGNATURE -> as.body(outcome()).post(at + "/gates/signature");
            case CHECK_CHANNEL -> as.body(outcome()).post(at + "/gates/channel");
            case RELEASE -> as.post(at + "/release");
        };
    }

    private static Map<String, Object> outcome() {
        return Map.of("outcome", "passed", "evidence", "Looked at it.");
    }

    private static Map<String, Object> text() {
        return Map.of("urgency", "soon", "how", Map.of("ja", "画面から。", "en", "On the page."));
    }

    private static void everybodyOn(Desk desk, String id) throws InterruptedException {
        List<TeamMember> members =
                PEOPLE.stream()
                        .map(
                                person ->
                                        new TeamMember(
                                                StaffId.parse(person),
                                                StaffRole.valueOf(
                                                        role(person.replace("-2", "")).name())))
                        .toList();
        Neighbour.named("triage").says(new TeamChanged(desk.caseId(), 2, members, Instant.now()));
        Said.await(
                "everybody is on the case",
                () -> Desk.as("legal").get(Desk.API + "/" + id).statusCode() == 200);
    }

    private static Role role(String name) {
        return java.util.Arrays.stream(Role.values())
                .filter(role -> Actor.name(role).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
