package org.hikeshi.disclosure;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.AffectedProduct;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Channel;
import org.hikeshi.events.CvssVector;
import org.hikeshi.events.Cwe;
import org.hikeshi.events.Finding;
import org.hikeshi.events.Language;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Scored;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.events.Severity;
import org.hikeshi.events.Source;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TaskKind;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.events.VersionRange;
import org.hikeshi.events.VulnerabilityId;

/** One case as the other services have told it, and people who work on its advisory. */
final class World {
    static final String SECRET_WORD = "Kasumigaura";

    final CaseId caseId = CaseId.random();
    final ReportId reportId = ReportId.random();

    /** A case that was received, scored Critical, with a team. */
    static World scored() throws InterruptedException {
        var world = new World();
        Neighbour.named("intake")
                .says(
                        new ReportReceived(
                                world.caseId,
                                world.reportId,
                                TrackingCode.generate(new SecureRandom()),
                                null,
                                PolicyVersion.parse("1.0"),
                                Instant.now(),
                                Source.DESK,
                                Channel.API,
                                Language.BOTH,
                                false));
        Neighbour triage = Neighbour.named("triage");
        triage.says(
                new TeamChanged(
                        world.caseId,
                        1,
                        List.of(
                                member("developer", StaffRole.DEVELOPER),
                                member("qa", StaffRole.QA),
                                member("legal", StaffRole.LEGAL),
                                member("communications", StaffRole.COMMUNICATIONS),
                                member("it-operations", StaffRole.IT_OPERATIONS),
                                member("supply-chain", StaffRole.SUPPLY_CHAIN)),
                        Instant.now()));
        triage.says(
                new Scored(
                        world.caseId,
                        1,
                        Instant.now(),
                        Finding.VALID,
                        Severity.CRITICAL,
                        PriorityLevel.P1,
                        List.of(
                                new ScoredVulnerability(
                                        VulnerabilityId.random(),
                                        Cwe.parse("CWE-287"),
                                        CvssVector.parse(
                                                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P"),
                                        new BigDecimal("9.8"),
                                        Severity.CRITICAL,
                                        List.of(
                                                new AffectedProduct(
                                                        ProductId.random(),
                                                        VersionRange.parse("<2.4.1"))))),
                        StaffId.parse("security-office")));
        Said.await("the task to draft", () -> world.asked(TaskKind.DRAFT_ADVISORY));
        return world;
    }

    private static TeamMember member(String staff, StaffRole role) {
        return new TeamMember(StaffId.parse(staff), role);
    }

    boolean asked(TaskKind kind) {
        return Said.all(TaskOpened.class, caseId).stream().anyMatch(task -> task.kind() == kind);
    }

    /** Release says that the fix may go out. */
    void fixIsReady() {
        Neighbour.named("release")
                .says(new PatchReady(caseId, RemediationId.random(), List.of(), Instant.now()));
    }

    static RequestSpecification as(String person) {
        return given().auth()
                .preemptive()
                .basic(person, DisclosureParts.password(person))
                .contentType(ContentType.JSON);
    }

    Map<String, Object> body(String title) {
        return Map.of(
                "caseId", caseId.toString(),
                "kind", "SA",
                "texts",
                        Map.of(
                                "ja", text(title + " の不備", "2.4.1 に更新してください。"),
                                "en", text("Flaw in " + title, "Update to 2.4.1.")),
                "affected",
                        List.of(
                                Map.of(
                                        "product",
                                        "EG-100",
                                        "versions",
                                        "<2.4.1",
                                        "fixed",
                                        "2.4.1")),
                "remedy", Map.of("ja", "ダウンロードのページから。", "en", "From the download page."),
                "workaround", Map.of("ja", "外部からの接続を止める。", "en", "Block access from outside."));
    }

    private static Map<String, String> text(String title, String whatToDo) {
        return Map.of("title", title, "summary", title, "impact", title, "whatToDo", whatToDo);
    }

    /** A draft by the office; its id. */
    String drafted() {
        return as("security-office")
                .body(body(SECRET_WORD + " " + caseId.toString().substring(0, 8)))
                .post("/api/v1/advisories")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response get(String id) {
        return as("security-office").get("/api/v1/advisories/" + id);
    }

    static String hash(String id) {
        return get(id).then().statusCode(200).extract().path("hash");
    }

    static Response review(String id, String kind, String person) {
        return as(person)
                .body(Map.of("outcome", "accepted"))
                .post("/api/v1/advisories/" + id + "/reviews/" + kind);
    }

    static void reviewed(String id) {
        review(id, "technical", "developer").then().statusCode(200);
        review(id, "qa", "qa").then().statusCode(200);
        review(id, "legal", "legal").then().statusCode(200);
    }

    static Response approve(String id) {
        return as("ciso")
                .header("If-Match", "\"" + hash(id) + "\"")
                .body(Map.of("outcome", "approved"))
                .post("/api/v1/advisories/" + id + "/approval");
    }

    static Response publish(String id) {
        return as("security-office").post("/api/v1/advisories/" + id + "/publication");
    }

    static Response decide(String id, String person, Instant date) {
        return as(person)
                .body(
                        Map.of(
                                "date",
                                date.toString(),
                                "decided",
                                true,
                                "reason",
                                "as agreed by telephone"))
                .post("/api/v1/advisories/" + id + "/date");
    }
}
