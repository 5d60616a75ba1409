package org.hikeshi.disclosure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.junit.jupiter.api.Test;

/** What nobody may do with an advisory, and what no advisory may say. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "disclosure"))
@QuarkusTestResource(DisclosureParts.class)
class RefusedAdvisoryIT {

    @Test
    void whatMustNotBe() throws InterruptedException {
        World world = World.scored();
        String id = world.drafted();
        World.as("ciso")
                .header("If-Match", World.hash(id))
                .body(Map.of("outcome", "approved"))
                .post("/api/v1/advisories/" + id + "/approval")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-reviewed"));
        World.review(id, "legal", "developer").then().statusCode(404);
        World.review(id, "technical", "developer-2").then().statusCode(404); // not on the team
        World.as("it-operations").get("/api/v1/advisories/" + id).then().statusCode(404);
        given().get("/api/v1/advisories/" + id).then().statusCode(401);
        String before = World.hash(id);
        World.reviewed(id);
        World.approve(id).then().statusCode(200);
        World.as("security-office")
                .body(Map.of("credits", List.of(DisclosureParts.CREDIT, "B. Second")))
                .put("/api/v1/advisories/" + id)
                .then()
                .statusCode(428);
        World.as("security-office")
                .header("If-Match", before)
                .body(Map.of("caseId", UUID.randomUUID().toString(), "kind", "SN"))
                .put("/api/v1/advisories/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/caseId", "/kind"));
        World.as("security-office-2")
                .header("If-Match", before)
                .body(Map.of("credits", List.of(DisclosureParts.CREDIT, "B. Second")))
                .put("/api/v1/advisories/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("in-review"))
                .body("reviews.state", not(hasItem("accepted")));
        World.as("security-office")
                .header("If-Match", before)
                .body(Map.of("credits", List.of()))
                .put("/api/v1/advisories/" + id)
                .then()
                .statusCode(412)
                .body("errors[0].message", containsString("security-office-2"));
        World.as("ciso")
                .header("If-Match", before)
                .body(Map.of("outcome", "approved"))
                .post("/api/v1/advisories/" + id + "/approval")
                .then()
                .statusCode(412);
        assertThat(
                        Said.all(TaskClosed.class, world.caseId).stream()
                                .filter(task -> task.how() == TaskEnd.VOID))
                .as("approval was done, nothing was open to void")
                .isEmpty();
        World.decide(id, "security-office", Instant.now().plusSeconds(3600)).then().statusCode(200);
        World.decide(id, "security-office", Instant.now().plusSeconds(7200))
                .then()
                .statusCode(409)
                .body("code", equalTo("move-needs-approver"));
        World.decide(id, "ciso", Instant.now().plusSeconds(7200)).then().statusCode(200);
        assertThat(Said.all(DisclosurePlanned.class, world.caseId).getLast().revision())
                .isEqualTo(2);
        World.as("security-office")
                .body(Map.of("kind", "SA", "caseId", world.caseId.toString(), "colour", "red"))
                .post("/api/v1/advisories")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("unknown-field"));
        World.as("security-office")
                .body(
                        Map.of(
                                "kind",
                                "SA",
                                "caseId",
                                world.caseId.toString(),
                                "vulnerabilities",
                                List.of(Map.of("cve", "CVE-1", "cvss31", "AV:N"))))
                .post("/api/v1/advisories")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("cve-form"))
                .body("errors.code", hasItem("cvss-form"));
    }

    @Test
    void whatNoDocumentMayHoldIsRefusedWhileItIsADraft() throws InterruptedException {
        World world = World.scored();
        String id = world.drafted();
        Map<String, String> known = Map.of("cve", "CVE-2026-00001", "severity", "high");
        World.as("security-office")
                .header("If-Match", World.hash(id))
                .body(
                        Map.of(
                                "vulnerabilities",
                                List.of(known, known),
                                "affected",
                                List.of(Map.of("product", "EG-100", "fixed", "later"))))
                .put("/api/v1/advisories/" + id)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/vulnerabilities/1/cve"))
                .body("errors.pointer", hasItem("/affected/0/fixed"))
                .body("errors.code", hasItem("version-range"));
        World.get(id).then().body("state", equalTo("in-review")).body("faults", empty());
        // Filled in from a case whose product the catalogue has not told of yet.
        String prefilled =
                World.as("security-office")
                        .body(Map.of("kind", "SA", "caseId", world.caseId.toString()))
                        .post("/api/v1/advisories")
                        .then()
                        .statusCode(201)
                        .body("state", equalTo("draft"))
                        .body("faults[0].pointer", equalTo("/affected/0/product"))
                        .extract()
                        .path("id");
        World.approve(prefilled)
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("product-needed"));
    }

    @Test
    void theApprovedTextIsForTheNotifierAlone() throws InterruptedException {
        World world = World.scored();
        String id = world.drafted();
        String hash = World.hash(id);
        String path = "/internal/texts/" + hash;
        String notifier = Neighbour.named("notifier").bearer("disclosure");
        given().header("Authorization", notifier).get(path).then().statusCode(404);
        World.reviewed(id);
        World.approve(id).then().statusCode(200);
        given().get(path).then().statusCode(404);
        given().header("Authorization", Neighbour.named("triage").bearer("disclosure"))
                .get(path)
                .then()
                .statusCode(404);
        given().header("Authorization", Neighbour.named("notifier").bearer("disclosure"))
                .get(path)
                .then()
                .statusCode(200)
                .body("hash", equalTo(hash))
                .body("severity", equalTo("critical"))
                .body("texts.en.whatToDo", equalTo("Update to 2.4.1."));
    }

    /** Nobody opens the page: the reviewers are asked all the same. */
    @Test
    void whatIntakeCouldNotSayIsAskedForUntilItAnswers() throws InterruptedException {
        World world = World.scored();
        String intake =
                ConfigProvider.getConfig().getValue("hikeshi.intake-url", String.class)
                        + DisclosureParts.AWAY;
        Map<String, Object> text = new HashMap<>(world.body(World.SECRET_WORD));
        text.put("credits", List.of(DisclosureParts.CREDIT));
        given().put(intake).then().statusCode(204);
        try {
            World.as("security-office")
                    .body(text)
                    .post("/api/v1/advisories")
                    .then()
                    .statusCode(201)
                    .body("state", equalTo("draft"))
                    .body("missing", equalTo(List.of("credit-unknown")));
            assertThat(world.asked(TaskKind.REVIEW_LEGAL)).isFalse();
        } finally {
            given().delete(intake).then().statusCode(204);
        }
        Said.await("the review", () -> world.asked(TaskKind.REVIEW_LEGAL));
    }
}
