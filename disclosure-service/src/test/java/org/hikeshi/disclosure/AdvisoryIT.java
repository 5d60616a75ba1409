package org.hikeshi.disclosure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.AdvisoryApproved;
import org.hikeshi.events.AdvisoryRevised;
import org.hikeshi.events.AdvisoryWithdrawn;
import org.hikeshi.events.DateAnswer;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.NoticePublished;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.junit.jupiter.api.Test;

/**
 * One advisory from the draft to its withdrawal, on real parts, and everything that must not be.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "disclosure"))
@QuarkusTestResource(DisclosureParts.class)
class AdvisoryIT {

    private static String publicId(String id) {
        return World.get(id).path("publicId");
    }

    private static String page(String path) {
        return given().get(path).then().extract().body().asString();
    }

    @Test
    void theWholeWay() throws InterruptedException {
        World world = World.scored();
        String id = world.drafted();
        World.get(id)
                .then()
                .body("state", equalTo("in-review"))
                .body("missing", empty())
                .body("credits", hasItem(DisclosureParts.CREDIT))
                .body("vulnerabilities[0].severity", equalTo("critical"))
                .body("vulnerabilities[0].cvss31", not(containsString("/E:")));
        assertThat(world.asked(TaskKind.REVIEW_LEGAL)).isTrue();
        World.reviewed(id);
        assertThat(world.asked(TaskKind.APPROVE_ADVISORY)).isTrue();
        World.approve(id).then().statusCode(200).body("state", equalTo("approved"));
        assertThat(Said.all(AdvisoryApproved.class, world.caseId)).hasSize(1);
        World.publish(id).then().statusCode(409).body("code", equalTo("no-date"));

        World.as("security-office")
                .body(Map.of("date", Instant.now().plusSeconds(4).toString(), "reason", "–"))
                .post("/api/v1/advisories/" + id + "/date")
                .then()
                .statusCode(200);
        DisclosureDateProposed proposed =
                Said.all(DisclosureDateProposed.class, world.caseId).getFirst();
        Neighbour.named("intake")
                .says(
                        new DisclosureDateAnswered(
                                world.caseId,
                                world.reportId,
                                proposed.proposal(),
                                DateAnswer.ACCEPTED,
                                null,
                                Instant.now()));
        Said.await("the plan", () -> Said.all(DisclosurePlanned.class, world.caseId).size() == 1);
        World.publish(id).then().statusCode(409).body("code", equalTo("too-early"));
        String number = publicId(id);
        given().get("/advisories/" + number).then().statusCode(404);
        assertThat(page("/advisories"))
                .doesNotContain(number)
                .doesNotContain(world.caseId.toString().substring(0, 8)); // in the title
        world.fixIsReady();

        Said.await(
                "it goes out by itself", () -> !Said.all(Disclosed.class, world.caseId).isEmpty());
        Disclosed disclosed = Said.all(Disclosed.class, world.caseId).getFirst();
        assertThat(disclosed.hash().value()).isEqualTo(World.hash(id));
        assertThat(disclosed.at()).isAfterOrEqualTo(proposed.date());
        Said.await("the page", () -> given().get("/advisories/" + number).statusCode() == 200);
        publicPages(number);
        machines(number);
        World.publish(id).then().statusCode(409).body("code", equalTo("already-published"));
        revision(world, id, number);
    }

    private static void publicPages(String number) {
        assertThat(page("/advisories/" + number)).contains("<html lang=\"ja\">", "9.8", "2.4.1");
        assertThat(page("/advisories/" + number + ".en"))
                .contains("<html lang=\"en\">", "What to do", DisclosureParts.CREDIT)
                .contains("href=\"/advisories/" + number + ".ja\"");
        assertThat(page("/advisories/" + number + ".txt")).contains("Update to 2.4.1.");
        assertThat(page("/advisories")).contains(number);
        assertThat(page("/feeds/advisories.atom")).contains(number);
    }

    private static void machines(String number) {
        String year = number.substring(6, 10);
        String relative = year + "/" + number.toLowerCase(java.util.Locale.ROOT) + ".json";
        String root = "/.well-known/csaf/";
        assertThat(page(root + "index.txt").lines()).contains(relative);
        assertThat(page(root + "changes.csv")).contains("\"" + relative + "\",\"");
        given().get(root + relative)
                .then()
                .statusCode(200)
                .body("document.tracking.id", equalTo(number))
                .body("document.category", equalTo("csaf_security_advisory"))
                .body("vulnerabilities[0].scores[0].cvss_v3.baseScore", equalTo(9.8f));
        byte[] document = given().get(root + relative).asByteArray();
        assertThat(page(root + relative + ".sha256"))
                .startsWith(org.hikeshi.disclosure.advisory.ContentForm.hash(document));
        assertThat(page(root + relative + ".asc")).startsWith("-----BEGIN PGP SIGNATURE-----");
        given().get(root + "provider-metadata.json")
                .then()
                .body("role", equalTo("csaf_trusted_provider"))
                .body("public_openpgp_keys", hasSize(1));
        assertThat(page("/.well-known/openpgp-key.asc")).contains("PUBLIC KEY BLOCK");
        assertThat(page("/.well-known/security.txt")).contains("Contact: mailto:", "Expires: 20");
        assertThat(page("/policy")).contains("<html lang=\"ja\">");
        assertThat(page("/policy/1.0.en")).contains("<html lang=\"en\">");
    }

    private static void revision(World world, String id, String number)
            throws InterruptedException {
        Map<String, Object> change =
                Map.of(
                        "workaround", Map.of("ja", "電源を切る。", "en", "Switch it off."),
                        "changeNote", Map.of("ja", "回避方法を改めました。", "en", "Better workaround."));
        World.as("security-office")
                .header("If-Match", World.hash(id))
                .body(change)
                .put("/api/v1/advisories/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("in-review"));
        assertThat(page("/advisories/" + number + ".en")).doesNotContain("Switch it off.");
        World.reviewed(id);
        World.approve(id).then().statusCode(200);
        Said.await("the revision", () -> Said.all(AdvisoryRevised.class, world.caseId).size() == 1);
        Said.await(
                "the page",
                () -> page("/advisories/" + number + ".en").contains("Better workaround."));
        World.as("ciso")
                .body(Map.of("reason", Map.of("ja", "誤りでした。", "en", "It was wrong.")))
                .post("/api/v1/advisories/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        assertThat(Said.all(AdvisoryWithdrawn.class, world.caseId).getFirst().revision())
                .isEqualTo(3);
        Said.await(
                "the notice",
                () -> page("/advisories/" + number + ".en").contains("It was wrong."));
    }

    @Test
    void manyHandsPublishOnce() throws Exception {
        World world = World.scored();
        world.fixIsReady();
        String id = world.drafted();
        World.reviewed(id);
        World.decide(id, "security-office", Instant.now().minusSeconds(5)).then().statusCode(200);
        World.as("developer")
                .body(Map.of())
                .post("/api/v1/advisories/" + id + "/hold")
                .then()
                .statusCode(200);
        World.approve(id).then().statusCode(200);
        World.publish(id).then().statusCode(409).body("code", equalTo("held"));
        try (ExecutorService hands = Executors.newFixedThreadPool(8)) {
            World.as("security-office")
                    .body(Map.of("held", false))
                    .post("/api/v1/advisories/" + id + "/hold")
                    .then()
                    .statusCode(200);
            Callable<Integer> attempt = () -> World.publish(id).statusCode();
            List<Callable<Integer>> attempts = Collections.nCopies(8, attempt);
            for (Future<Integer> answer : hands.invokeAll(attempts)) {
                assertThat(answer.get()).isIn(200, 409);
            }
        }
        Said.await("published", () -> World.get(id).path("state").equals("published"));
        assertThat(Said.all(Disclosed.class, world.caseId)).hasSize(1);
    }

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

    @Test
    void aNoticeStandsAloneAndWaitsForNoRemedy() throws InterruptedException {
        Map<String, Object> text = Map.of("title", "Phishing mails", "summary", "Not from us.");
        String id =
                World.as("security-office")
                        .body(Map.of("kind", "SN", "texts", Map.of("ja", text, "en", text)))
                        .post("/api/v1/advisories")
                        .then()
                        .statusCode(201)
                        .body("state", equalTo("in-review"))
                        .extract()
                        .path("id");
        World.reviewed(id);
        World.decide(id, "security-office", Instant.now()).then().statusCode(200);
        World.approve(id).then().statusCode(200);
        Said.await("it is out", () -> World.get(id).path("state").equals("published"));
        assertThat(Said.all(NoticePublished.class, id)).hasSize(1);
        String number = publicId(id);
        Said.await("the list", () -> page("/notices").contains(number));
        given().get(
                        "/.well-known/csaf/"
                                + number.substring(6, 10)
                                + "/"
                                + number.toLowerCase(java.util.Locale.ROOT)
                                + ".json")
                .then()
                .body("document.category", equalTo("csaf_informational_advisory"));
    }

    @Test
    void aWishForAnotherDateIsDecidedByAPersonAndSilenceIsNot() throws InterruptedException {
        World world = World.scored();
        String id = world.drafted();
        Instant date =
                Instant.now().plusSeconds(3600).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        propose(id, date, Instant.now().plusSeconds(1800));
        DisclosureDateProposed first =
                Said.all(DisclosureDateProposed.class, world.caseId).getFirst();
        Neighbour.named("intake")
                .says(
                        new DisclosureDateAnswered(
                                world.caseId,
                                world.reportId,
                                first.proposal(),
                                DateAnswer.COUNTERED,
                                date.plusSeconds(60),
                                Instant.now()));
        Said.await("the task", () -> world.asked(TaskKind.ANSWER_REPORTER));
        assertThat(Said.all(DisclosurePlanned.class, world.caseId)).isEmpty();
        propose(id, date.plusSeconds(60), Instant.now().plusSeconds(1));
        Said.await(
                "silence never blocks",
                () -> !Said.all(DisclosurePlanned.class, world.caseId).isEmpty());
        assertThat(Said.all(DisclosurePlanned.class, world.caseId).getFirst().date())
                .isEqualTo(date.plusSeconds(60));
        assertThat(Said.all(TaskClosed.class, world.caseId))
                .anyMatch(task -> task.kind() == TaskKind.ANSWER_REPORTER);
    }

    private static void propose(String id, Instant date, Instant answerBy) {
        World.as("security-office")
                .body(Map.of("date", date.toString(), "answerBy", answerBy.toString()))
                .post("/api/v1/advisories/" + id + "/date")
                .then()
                .statusCode(200);
    }
}
