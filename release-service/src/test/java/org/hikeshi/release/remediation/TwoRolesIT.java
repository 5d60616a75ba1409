package org.hikeshi.release.remediation;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.Absence;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.release.MoreRoles;
import org.junit.jupiter.api.Test;

/**
 * Where two people are needed, one who has two roles is one, with or without a deputy, and an
 * auditor who has another role is on no case for it. Here qa is of operations too, and others stand
 * in for them.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class TwoRolesIT {
    private static final String BOTH = "qa,it-operations";

    private static RequestSpecification as(String person, String more) {
        return Desk.as(person).header(MoreRoles.HEADER, more);
    }

    private static Response gate(String person, String more, String id, String gate) {
        return as(person, more)
                .header("If-Match", Desk.etag(id))
                .body(Map.of("outcome", "passed", "evidence", "Looked at it all."))
                .post(Desk.API + "/" + id + "/gates/" + gate);
    }

    private static Response sign(String person, String more, String id) {
        return as(person, more).post(Desk.API + "/" + id + "/signing");
    }

    /** A fix of which the security review is done. */
    private static String reviewed(Desk desk, String version) {
        String id = desk.fix(version);
        desk.upload("developer", id, version, Desk.firmware(2000)).then().statusCode(200);
        Desk.gate("developer-2", id, "security-review", "passed").then().statusCode(200);
        return id;
    }

    /** The team of the desk, on which qa has both roles; who is named stands in for them. */
    private static void team(Desk desk, int revision, String... deputies) {
        Instant now = Instant.now();
        List<TeamMember> team = new ArrayList<>();
        team.add(member("qa", StaffRole.QA));
        team.add(member("qa", StaffRole.IT_OPERATIONS));
        team.add(member("developer", StaffRole.DEVELOPER));
        team.add(member("developer-2", StaffRole.DEVELOPER));
        team.add(member("it-operations", StaffRole.IT_OPERATIONS));
        List<Absence> away =
                Arrays.stream(deputies)
                        .map(
                                deputy ->
                                        new Absence(
                                                StaffId.parse("qa"),
                                                StaffId.parse(deputy),
                                                now.minusSeconds(60),
                                                now.plusSeconds(600)))
                        .toList();
        Neighbour.named("triage").says(new TeamChanged(desk.caseId(), revision, team, now, away));
    }

    private static TeamMember member(String staff, StaffRole role) {
        return new TeamMember(StaffId.parse(staff), role);
    }

    private static void awaitSight(String id, String person, boolean sees)
            throws InterruptedException {
        Said.await(
                person + (sees ? " stands in" : " stands in no more"),
                () -> as(person, BOTH).get(Desk.API + "/" + id).statusCode() == (sees ? 200 : 404));
    }

    private static void sameApprover(Response refused) {
        refused.then().statusCode(409).body("code", equalTo("same-approver"));
    }

    @Test
    void nobodySignsWhatTheyPassedThemselves() throws Exception {
        Desk desk = Desk.open();
        String id = reviewed(desk, "3.0.0");
        gate("qa", BOTH, id, "qa-regression").then().statusCode(200);

        sameApprover(sign("qa", BOTH, id));
        Desk.post("it-operations", id, "signing").then().statusCode(200);
    }

    @Test
    void norDoesTheirDeputy() throws Exception {
        Desk desk = Desk.open();
        String id = reviewed(desk, "3.0.1");
        gate("qa", BOTH, id, "qa-regression").then().statusCode(200);
        team(desk, 2, "legal");
        awaitSight(id, "legal", true);

        sameApprover(sign("legal", "it-operations", id));
        Desk.post("it-operations", id, "signing").then().statusCode(200);
    }

    @Test
    void norWhoTheyStoodInForWhenTheyPassedIt() throws Exception {
        Desk desk = Desk.open();
        String id = reviewed(desk, "3.0.2");
        team(desk, 2, "legal");
        awaitSight(id, "legal", true);
        gate("legal", "qa", id, "qa-regression").then().statusCode(200);
        team(desk, 3);
        awaitSight(id, "legal", false);

        sameApprover(sign("qa", BOTH, id));
        Desk.post("it-operations", id, "signing").then().statusCode(200);
    }

    @Test
    void norTheNextDeputyOfTheSamePerson() throws Exception {
        Desk desk = Desk.open();
        String id = reviewed(desk, "3.0.3");
        team(desk, 2, "legal");
        awaitSight(id, "legal", true);
        gate("legal", "qa", id, "qa-regression").then().statusCode(200);
        team(desk, 3, "supply-chain");
        awaitSight(id, "supply-chain", true);

        sameApprover(sign("supply-chain", "it-operations", id));
        Desk.post("it-operations", id, "signing").then().statusCode(200);
    }

    @Test
    void anAuditorActsInNoOtherRoleOnACaseOfOthers() throws Exception {
        Desk desk = Desk.open();
        String id = reviewed(desk, "3.0.4");
        as("auditor", "qa").get(Desk.API + "/" + id).then().statusCode(200);

        gate("auditor", "qa", id, "qa-regression")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        Desk.gate("qa", id, "qa-regression", "passed").then().statusCode(200);
        sign("auditor", "it-operations", id).then().statusCode(404);
        Desk.post("it-operations", id, "signing").then().statusCode(200);
    }

    @Test
    void norAsTheDeputyOfTheAuthor() throws Exception {
        Desk desk = Desk.open();
        String id = desk.fix("3.0.5");
        desk.upload("developer", id, "3.0.5", Desk.firmware(2000)).then().statusCode(200);
        Instant now = Instant.now();
        Absence away =
                new Absence(
                        StaffId.parse("developer"),
                        StaffId.parse("auditor"),
                        now.minusSeconds(60),
                        now.plusSeconds(600));
        Neighbour.named("triage")
                .says(
                        new TeamChanged(
                                desk.caseId(),
                                2,
                                List.of(member("developer", StaffRole.DEVELOPER)),
                                now,
                                List.of(away)));
        Said.await(
                "the absence",
                () -> gate("auditor", "developer", id, "security-review").statusCode() != 404);

        gate("auditor", "developer", id, "security-review")
                .then()
                .statusCode(409)
                .body("code", equalTo("own-work"));
    }
}
