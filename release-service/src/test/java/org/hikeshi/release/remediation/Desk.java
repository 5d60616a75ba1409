package org.hikeshi.release.remediation;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;

/** A case with a team and a product of its own, and the people who act on it by the public API. */
record Desk(CaseId caseId, String product, String model) {
    static final String API = "/api/v1/remediations";

    static Desk open() throws InterruptedException {
        CaseId caseId = CaseId.random();
        Neighbour.named("triage")
                .says(
                        new TeamChanged(
                                caseId,
                                1,
                                List.of(
                                        member("developer", StaffRole.DEVELOPER),
                                        member("developer-2", StaffRole.DEVELOPER),
                                        member("qa", StaffRole.QA),
                                        member("it-operations", StaffRole.IT_OPERATIONS)),
                                Instant.now()));
        String model = "EG-" + UUID.randomUUID().toString().substring(0, 8);
        String product =
                as("security-office")
                        .body(
                                Map.of(
                                        "name", "Edge Gateway",
                                        "models", List.of(model),
                                        "versions", List.of("2.3.0", "2.4.0"),
                                        "developers", List.of("developer")))
                        .post("/api/v1/products")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("productId");
        Desk desk = new Desk(caseId, product, model);
        Said.await(
                "the team",
                () -> as("developer").body(desk.body("x", "0.0.1")).post(API).statusCode() != 404);
        return desk;
    }

    private static TeamMember member(String staff, StaffRole role) {
        return new TeamMember(StaffId.parse(staff), role);
    }

    static RequestSpecification as(String person) {
        return given().auth()
                .preemptive()
                .basic(person, "test-" + person)
                .contentType(ContentType.JSON)
                .accept(ContentType.ANY);
    }

    Map<String, Object> body(String summary, String version) {
        return Map.of(
                "caseId",
                caseId.toString(),
                "kind",
                "fix",
                "products",
                List.of(product),
                "version",
                version,
                "summary",
                summary);
    }

    /** Registers a fix; returns its id. */
    String fix(String version) {
        return as("developer")
                .body(body("Bounds are checked.", version))
                .post(API)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static byte[] firmware(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    Response upload(String person, String id, String version, byte[] bytes) {
        return given().auth()
                .preemptive()
                .basic(person, "test-" + person)
                .contentType("application/octet-stream")
                .body(bytes)
                .put(API + "/" + id + "/artifacts/" + model + "/" + version);
    }

    static String etag(String id) {
        return as("security-office").get(API + "/" + id).header("ETag");
    }

    static Response gate(String person, String id, String gate, String outcome) {
        return as(person)
                .header("If-Match", etag(id))
                .body(Map.of("outcome", outcome, "evidence", "Looked at it all."))
                .post(API + "/" + id + "/gates/" + gate);
    }

    static Response post(String person, String id, String what) {
        return as(person).post(API + "/" + id + "/" + what);
    }

    static void text(String id) {
        String hash = drafted(id, "Update on the admin page.");
        as("ciso")
                .body(Map.of("hash", hash))
                .post(API + "/" + id + "/pre-disclosure/approval")
                .then()
                .statusCode(200);
    }

    /** The text's hash. */
    static String drafted(String id, String english) {
        return as("security-office")
                .body(
                        Map.of(
                                "urgency",
                                "soon",
                                "how",
                                Map.of("ja", "管理画面から更新できます。", "en", english)))
                .put(API + "/" + id + "/pre-disclosure")
                .then()
                .statusCode(200)
                .extract()
                .path("hash");
    }

    static String state(String id) {
        return as("security-office").get(API + "/" + id).path("state");
    }

    /** A fix with everything passed up to here. */
    String verified(String version, byte[] firmware) {
        String id = fix(version);
        upload("developer", id, version, firmware).then().statusCode(200);
        gate("developer-2", id, "security-review", "passed").then().statusCode(200);
        gate("qa", id, "qa-regression", "passed").then().statusCode(200);
        post("it-operations", id, "signing").then().statusCode(200);
        gate("qa", id, "signature", "passed").then().statusCode(200);
        gate("it-operations", id, "channel", "passed").then().statusCode(200);
        return id;
    }
}
