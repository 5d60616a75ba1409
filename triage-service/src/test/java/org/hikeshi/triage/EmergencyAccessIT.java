package org.hikeshi.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.GlassBroken;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.junit.jupiter.api.Test;

/** Design §5: a case outside somebody's need to know, opened in an emergency, on record. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class EmergencyAccessIT {
    private static final String WHY = "{\"reason\": \"Devices fall over tonight.\"}";

    @Test
    void withoutAReasonNobodyLearnsWhetherACaseExists() throws Exception {
        CaseId there = Cases.received();
        for (String body : new String[] {"{}", "{\"reason\": \"  \"}"}) {
            Response known = Cases.post("legal", there, "emergency-access", body);
            Response unknown = Cases.post("legal", CaseId.random(), "emergency-access", body);
            assertThat(known.statusCode()).isEqualTo(422);
            assertThat(known.<String>path("errors[0].pointer")).isEqualTo("/reason");
            assertThat(known.asString()).isEqualTo(unknown.asString());
        }
        assertThat(Cases.post("legal", CaseId.random(), "emergency-access", WHY).statusCode())
                .isEqualTo(404);
        assertThat(Said.all(GlassBroken.class, there)).isEmpty();
    }

    @Test
    void whoGivesAReasonSeesThatCaseAloneAndEverybodyHearsOfIt() throws Exception {
        CaseId caseId = Cases.received();
        CaseId other = Cases.received();
        assertThat(Cases.as("developer").get("/api/v1/cases/" + caseId).statusCode())
                .isEqualTo(404);

        Response taken = Cases.post("developer", caseId, "emergency-access", WHY);

        assertThat(taken.statusCode()).as(taken.asString()).isEqualTo(200);
        GlassBroken said = Said.all(GlassBroken.class, caseId).getFirst();
        assertThat(said.by()).isEqualTo(new StaffId("developer"));
        assertThat(said.role()).isEqualTo(StaffRole.DEVELOPER);
        assertThat(Duration.between(said.at(), said.until())).isEqualTo(Duration.ofHours(4));
        Said.await(
                "the list holds it",
                () ->
                        Cases.as("developer")
                                .get("/api/v1/cases?limit=200")
                                .asString()
                                .contains(caseId.toString()));
        assertThat(Cases.as("developer").get("/api/v1/cases?limit=200").asString())
                .doesNotContain(other.toString());
        assertThat(Cases.as("developer-2").get("/api/v1/cases/" + caseId).statusCode())
                .isEqualTo(404);
        Response acts =
                Cases.post(
                        "developer",
                        caseId,
                        "escalation",
                        "{\"reason\": \"person\", \"question\": \"Go on?\"}");
        assertThat(acts.statusCode()).as("sight, not rights").isEqualTo(404);
        Response again = Cases.post("developer", caseId, "emergency-access", WHY);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.<String>path("code")).isEqualTo("already-seen");
    }

    @Test
    void whoSeesEveryCaseHasNoUseForIt() throws Exception {
        CaseId caseId = Cases.received();
        for (String role : new String[] {"security-office", "ciso", "auditor"}) {
            assertThat(Cases.post(role, caseId, "emergency-access", WHY).statusCode())
                    .as(role)
                    .isEqualTo(404);
        }
    }
}
