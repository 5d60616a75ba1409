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
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.AffectedProduct;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Finding;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.Scored;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.events.Severity;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.VersionRange;
import org.hikeshi.events.VulnerabilityId;
import org.hikeshi.release.artifact.ArtifactStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Publication comes after the fix: a customer whose devices were mended over the air before it was
 * affected all the same and gets C1 (E5.3). Their versions tell nothing any more; what tells is
 * that a campaign of the case had their units.
 */
@QuarkusTest
@QuarkusTestResource(
        value = OtaParts.class,
        initArgs = @ResourceArg(name = "service", value = "release"))
class MendedBeforeDisclosureIT {
    @Inject AgroalDataSource database;
    @Inject ArtifactStore store;
    private ReleasedWorld world;

    @BeforeEach
    void aReleasedFix() throws Exception {
        world = ReleasedWorld.make(database, store);
    }

    @Test
    void whoWasMendedOverTheAirIsToldToo() throws Exception {
        DdiClient device = DdiClient.register(world.model(), "mended-" + world.model(), null);
        world.run(
                "UPDATE unit SET customer_id = 'MENDED' WHERE model = ? AND serial = ?",
                world.model(),
                "mended-" + world.model());
        enter("WAITING", "1.0.0");
        enter("NEVER-AFFECTED", ReleasedWorld.VERSION);
        Neighbour.named("triage").says(scored());
        Said.await("the scoring", () -> affected().containsAll(List.of("MENDED", "WAITING")));

        install(device, running());
        Said.await("it is installed", () -> versionsOf("MENDED").equals(List.of("2.0.0")));

        // The red control: whoever looks only for affected versions in the field loses a customer.
        assertThat(customersWithAffectedVersions()).containsExactly("WAITING");
        assertThat(affected()).containsExactly("MENDED", "WAITING");
    }

    private void enter(String customer, String version) {
        staff("security-office")
                .contentType(ContentType.JSON)
                .body(
                        Map.of(
                                "units",
                                List.of(
                                        Map.of(
                                                "serial",
                                                "SN-" + customer,
                                                "model",
                                                world.model(),
                                                "version",
                                                version,
                                                "customerId",
                                                customer))))
                .post("/api/v1/products/" + world.product() + "/units")
                .then()
                .statusCode(200);
    }

    private String running() {
        String campaign =
                staff("security-office")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post("/api/v1/remediations/" + world.remediation() + "/campaigns")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        for (String person : List.of("security-office", "security-office-2")) {
            staff(person)
                    .contentType(ContentType.JSON)
                    .body("{}")
                    .post("/api/v1/campaigns/" + campaign + "/start")
                    .then()
                    .statusCode(200);
        }
        return campaign;
    }

    private static void install(DdiClient device, String campaign) throws InterruptedException {
        Said.await("an offer of " + campaign, () -> !device.offered().isEmpty());
        String action = device.offered();
        device.get("/deploymentBase/" + action).then().statusCode(200);
        device.feedback(action, "closed", "success").then().statusCode(200);
    }

    private List<String> affected() {
        return given().header("Authorization", Neighbour.named("notifier").bearer("release"))
                .get("/internal/cases/" + world.caseId() + "/affected-customers")
                .jsonPath()
                .getList("customers.customerId");
    }

    private List<String> versionsOf(String customer) {
        return ask("SELECT version FROM unit WHERE customer_id = ?", customer);
    }

    private List<String> customersWithAffectedVersions() {
        return ask(
                "SELECT DISTINCT customer_id FROM unit WHERE model = ? AND version = '1.0.0'"
                        + " AND customer_id IS NOT NULL",
                world.model());
    }

    private List<String> ask(String sql, String value) {
        try {
            return world.ask(sql, value);
        } catch (java.sql.SQLException failed) {
            throw new AssertionError(failed);
        }
    }

    private Scored scored() {
        return new Scored(
                new CaseId(world.caseId()),
                1,
                Instant.now(),
                Finding.VALID,
                Severity.CRITICAL,
                PriorityLevel.P1,
                List.of(
                        new ScoredVulnerability(
                                new VulnerabilityId(UUID.randomUUID()),
                                null,
                                null,
                                new BigDecimal("9.8"),
                                Severity.CRITICAL,
                                List.of(
                                        new AffectedProduct(
                                                new ProductId(world.product()),
                                                VersionRange.parse("<2.0.0"))))),
                StaffId.parse("security-office"));
    }
}
