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
import java.util.Map;
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
        assertThat(page("/advisories")).contains(number, "/advisories/index.json");
        given().get("/advisories/index.json")
                .then()
                .body(
                        "items.find { it.id == '" + number + "' }.products[0].versions",
                        equalTo("<2.4.1"));
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
                .body(Map.of("reason", Map.of("ja", "誤りでした。", "en", "Wrong.", "fr", "Faux.")))
                .post("/api/v1/advisories/" + id + "/withdrawal")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason/fr"));
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
