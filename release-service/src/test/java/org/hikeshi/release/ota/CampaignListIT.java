package org.hikeshi.release.ota;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.release.ota.DdiClient.staff;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.hikeshi.release.artifact.ArtifactStore;
import org.junit.jupiter.api.Test;

/** The list of campaigns is of cases that are seen; those of others push nothing out. */
@QuarkusTest
@QuarkusTestResource(
        value = OtaParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class CampaignListIT {
    @Inject AgroalDataSource database;
    @Inject ArtifactStore store;

    @Test
    void theLimitCountsWhatIsSeenAlone() throws Exception {
        ReleasedWorld world = ReleasedWorld.make(database, store);
        String own = draft(world);
        world.run("INSERT INTO case_member VALUES (?, 'developer', 'DEVELOPER')", world.caseId());
        UUID id = UUID.fromString(own);
        world.run(
                "UPDATE campaign SET created_at = now() - interval '2 days' WHERE campaign_id = ?",
                id);
        world.run(
                "INSERT INTO campaign SELECT (jsonb_populate_record(c, jsonb_build_object("
                        + "'campaign_id', gen_random_uuid(), 'case_id', gen_random_uuid(),"
                        + " 'created_at', now() - interval '1 day'))).*"
                        + " FROM campaign c, generate_series(1, 101) WHERE c.campaign_id = ?",
                id);
        world.run(
                "INSERT INTO campaign_stage SELECT (jsonb_populate_record(s, jsonb_build_object("
                        + "'campaign_id', c.campaign_id))).* FROM campaign_stage s, campaign c"
                        + " WHERE s.campaign_id = ? AND c.remediation_id = ?"
                        + " AND c.campaign_id <> s.campaign_id",
                id,
                world.remediation());

        String developers = list("developer");
        assertThat(developers).contains(own);
        assertThat(
                        world.ask(
                                "SELECT campaign_id FROM campaign WHERE remediation_id = ?"
                                        + " AND campaign_id <> ?",
                                world.remediation(),
                                id))
                .hasSize(101)
                .noneMatch(developers::contains);
        assertThat(list("qa")).doesNotContain(own);
        assertThat(list("security-office").split("<li data-row>")).hasSize(1 + 100);
    }

    private static String draft(ReleasedWorld world) {
        return staff("security-office")
                .contentType(ContentType.JSON)
                .body("{\"channel\":\"manual\"}")
                .post("/api/v1/remediations/" + world.remediation() + "/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String list(String person) {
        String session =
                given().redirects()
                        .follow(false)
                        .formParam("name", person)
                        .formParam("password", "test-" + person)
                        .post("/sign-in")
                        .cookie("hikeshi-session");
        return given().cookie("hikeshi-session", session)
                .get("/desk/campaigns")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
