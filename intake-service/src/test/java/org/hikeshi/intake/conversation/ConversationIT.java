package org.hikeshi.intake.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.intake.Neighbours.calling;
import static org.hikeshi.intake.Neighbours.saying;
import static org.hikeshi.intake.Neighbours.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.ProposalId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.StaffId;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.Stored;
import org.hikeshi.intake.casefact.HearingOfCase;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.messaging.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both sides of a report talk and decide; what may not be is refused and changes nothing. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class ConversationIT {

    private static final StaffId STAFF = StaffId.parse("security-office");

    @Inject Transactions transactions;
    @Inject ReportRows rows;
    @Inject HearingOfCase hearing;
    @Inject DataSource database;

    private Known report = new Known("", "", CaseId.random(), ReportId.random());

    /** A report and its reporter's key. */
    private record Known(String code, String key, CaseId caseId, ReportId id) {

        RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + key).contentType("application/json");
        }

        String path(String rest) {
            return "/api/v1/reports/" + code + rest;
        }
    }

    @BeforeEach
    void reported() {
        report =
                report(
                        "{\"title\":\"Stack overflow in parser\",\"description\":\"d\",\"reporter\":{\"language\":\"en\",\"name\":\"Ada\",\"email\":\"ada@example.com\",\"creditAs\":\"Ada L.\"}}");
    }

    @Test
    void bothSidesTalk() throws Exception {
        String asked =
                staff("security-office")
                        .body(
                                "{\"text\":\"Which firmware?\",\"answerBy\":\"2099-01-01T00:00:00Z\"}")
                        .post("/api/v1/conversations/" + report.id() + "/messages")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        Response status = report.asks().get(report.path(""));
        assertThat(status.<String>path("whoseTurn")).isEqualTo("reporter");
        assertThat(status.<List<String>>path("messages.text")).containsExactly("Which firmware?");
        assertThat(status.<List<String>>path("messages.kind")).containsExactly("question");
        long facts = new Stored(database).count("ledger");
        for (int i = 0; i < 2; i++) {
            report.asks()
                    .header("Idempotency-Key", "once")
                    .body("{\"text\":\"2.4.0 \\u202e secret-reply\"}")
                    .post(report.path("/messages"))
                    .then()
                    .statusCode(201);
        }
        assertThat(new Stored(database).count("ledger"))
                .as("the reply and the desk's task")
                .isEqualTo(facts + 2);
        Response messages = report.asks().get(report.path("/messages"));
        assertThat(messages.<List<String>>path("items.from")).containsExactly("desk", "reporter");
        assertThat(report.asks().get(report.path("")).<String>path("whoseTurn")).isEqualTo("desk");
        assertThat(new Stored(database).tablesThatShow("secret-reply")).isEmpty();
        calling("notifier")
                .get("/internal/messages/" + asked)
                .then()
                .statusCode(200)
                .body("texts.und", org.hamcrest.Matchers.equalTo("Which firmware?"));
        calling("triage").get("/internal/messages/" + asked).then().statusCode(404);
        staff("security-office")
                .get("/api/v1/conversations/" + report.id() + "/messages")
                .then()
                .statusCode(200)
                .body("items.size()", org.hamcrest.Matchers.equalTo(2));
    }

    @Test
    void filesComeLaterAndGoHomeAsTheyCame() throws Exception {
        byte[] bytes = "crash \u0000 dump planted-file-words".getBytes(StandardCharsets.UTF_8);
        Response added =
                given().header("Authorization", "Bearer " + report.key())
                        .multiPart("attachment", "../../evil name.pcap", bytes)
                        .post(report.path("/attachments"));
        assertThat(added.statusCode()).isEqualTo(201);
        Response list = report.asks().get(report.path("/attachments"));
        String id = list.path("items[0].id");
        assertThat(list.<String>path("items[0].name")).isEqualTo("evil name.pcap");
        Response download = report.asks().get(report.path("/attachments/" + id));
        assertThat(download.asByteArray()).isEqualTo(bytes);
        assertThat(download.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + report.code() + "-file-1.bin\"");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(new Stored(database).tablesThatShow("planted-file-words")).isEmpty();
        Known other = report("{\"description\":\"other\"}");
        assertThat(other.asks().get(other.path("/attachments/" + id)).statusCode()).isEqualTo(404);
        given().header("Authorization", "Bearer " + report.key())
                .multiPart("other", "x", "y".getBytes(StandardCharsets.UTF_8))
                .post(report.path("/attachments"))
                .then()
                .statusCode(422);
        assertThat(new Stored(database).count("upload")).isZero();
    }

    @Test
    void whatIsToldReachesEveryReportOfTheCaseOnce() {
        Known joined = report("{\"description\":\"the same\"}");
        hear(new ReportJoined(report.caseId(), joined.id(), joined.caseId(), Instant.now()));
        UUID event = UUID.randomUUID();
        String body =
                "{\"kind\":\"findings\",\"texts\":{\"ja\":\"評価しました\",\"en\":\"We rate this High\"}}";
        for (int i = 0; i < 2; i++) {
            calling("triage")
                    .body(body)
                    .put("/internal/cases/" + report.caseId() + "/told/" + event)
                    .then()
                    .statusCode(204);
        }
        for (Known one : List.of(report, joined)) {
            Response messages =
                    one.asks().header("Accept-Language", "en").get(one.path("/messages"));
            assertThat(messages.<List<String>>path("items.text"))
                    .containsExactly("We rate this High");
        }
        String only =
                "{\"reportId\":\"%s\",\"kind\":\"progress\",\"texts\":{\"en\":\"for one\"}}"
                        .formatted(joined.id());
        calling("notifier")
                .body(only)
                .put("/internal/cases/" + report.caseId() + "/told/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        calling("disclosure")
                .body(only)
                .put("/internal/cases/" + report.caseId() + "/told/" + UUID.randomUUID())
                .then()
                .statusCode(204);
        assertThat(joined.asks().get(joined.path("/messages")).<List<String>>path("items.text"))
                .hasSize(2);
        assertThat(report.asks().get(report.path("/messages")).<List<String>>path("items.text"))
                .hasSize(1);
        calling("triage")
                .body(body)
                .put("/internal/cases/" + UUID.randomUUID() + "/told/" + event)
                .then()
                .statusCode(404)
                .header("Retry-After", "1");
        calling("triage")
                .body("{\"caseIds\":[\"%s\",\"%s\"]}".formatted(report.caseId(), UUID.randomUUID()))
                .post("/internal/titles")
                .then()
                .statusCode(200)
                .body(
                        "titles",
                        org.hamcrest.Matchers.equalTo(
                                Map.of(report.caseId().toString(), "Stack overflow in parser")))
                .body("numbers", org.hamcrest.Matchers.anEmptyMap());
        calling("disclosure")
                .get("/internal/cases/" + report.caseId() + "/credits")
                .then()
                .statusCode(200)
                .body("credits.wish", org.hamcrest.Matchers.contains("named", "none"))
                .body("credits[0].creditAs", org.hamcrest.Matchers.equalTo("Ada L."));
        calling("triage")
                .get("/internal/cases/" + report.caseId() + "/credits")
                .then()
                .statusCode(404);
    }

    @Test
    void stepsThatAreNotPossibleAreRefusedWithTheirReasonAndChangeNothing() throws Exception {
        refused("/disclosure-answer", "{\"answer\":\"accept\"}", "no-proposal");
        refused("/verification", "{\"verdict\":\"fixed\"}", "no-remedy-yet");
        refused("/objection", "{\"text\":\"no\"}", "not-closed");
        refused("/feedback", "{\"text\":\"fine\"}", "feedback-too-early");

        ProposalId proposal = new ProposalId(UUID.randomUUID());
        Instant soon = Instant.now().plusSeconds(86_400);
        hear(new DisclosureDateProposed(report.caseId(), proposal, soon, soon, Instant.now()));
        assertThat(report.asks().get(report.path("")).<String>path("proposal.state"))
                .isEqualTo("open");
        refused(
                "/disclosure-answer",
                "{\"answer\":\"accept\",\"proposalId\":\"%s\"}".formatted(UUID.randomUUID()),
                "other-proposal");
        taken(
                "/disclosure-answer",
                "{\"answer\":\"counter\",\"counterDate\":\"2029-01-20T11:00:00+09:00\",\"comment\":\"talk\"}");
        refused("/disclosure-answer", "{\"answer\":\"accept\"}", "proposal-answered");

        hear(
                new MitigationReady(
                        report.caseId(),
                        new RemediationId(UUID.randomUUID()),
                        List.of(),
                        Instant.now().minusSeconds(5)));
        taken("/verification", "{\"verdict\":\"not-fixed\",\"comment\":\"still there\"}");
        long facts = new Stored(database).count("ledger");
        taken("/verification", "{\"verdict\":\"not-fixed\"}");
        assertThat(new Stored(database).count("ledger")).as("no new fact").isEqualTo(facts);
        taken("/verification", "{\"verdict\":\"fixed\"}");

        hear(
                new CaseClosed(
                        report.caseId(),
                        1,
                        ClosureReason.RESOLVED,
                        null,
                        Instant.now().minusSeconds(1),
                        STAFF));
        taken("/feedback", "{\"text\":\"friendly\"}");
        refused("/feedback", "{\"text\":\"friendly\"}", "feedback-given");
        taken("/objection", "{\"text\":\"not done\"}");
        refused("/objection", "{\"text\":\"not done\"}", "objected-already");
        Response status = report.asks().get(report.path(""));
        assertThat(status.<String>path("closure")).isEqualTo("resolved");
        assertThat(status.<String>path("whoseTurn")).isEqualTo("nobody");
        assertThat(status.<List<String>>path("timeline.what"))
                .contains("date-countered", "checked-not-fixed", "checked-fixed", "objected");
        assertThat(status.<List<String>>path("messages.kind"))
                .contains("date-answer", "fix-check", "objection", "feedback");
    }

    @Test
    void aForeignReportsKeyIsTheSame404Everywhere() {
        Known other = report("{\"description\":\"other\"}");
        Map<String, String> steps =
                Map.of(
                        "/messages", "{\"text\":\"x\"}",
                        "/disclosure-answer", "{\"answer\":\"accept\"}",
                        "/verification", "{\"verdict\":\"fixed\"}",
                        "/objection", "{\"text\":\"x\"}",
                        "/feedback", "{\"text\":\"x\"}");
        byte[] unknown = other.asks().get(report.path("")).asByteArray();
        steps.forEach(
                (step, body) -> {
                    Response foreign = other.asks().body(body).post(report.path(step));
                    assertThat(foreign.statusCode()).as(step).isEqualTo(404);
                    assertThat(foreign.asByteArray()).isEqualTo(unknown);
                });
        assertThat(other.asks().get(report.path("/messages")).asByteArray()).isEqualTo(unknown);
        assertThat(other.asks().get(report.path("/attachments")).asByteArray()).isEqualTo(unknown);
    }

    @Test
    void onlyTheDeskSeesAndOnlyTheOfficeWritesAndReveals() throws Exception {
        String path = "/api/v1/conversations/" + report.id() + "/messages";
        assertThat(given().get(path).statusCode()).isEqualTo(401);
        assertThat(staff("developer").get(path).statusCode()).as("not on it").isEqualTo(404);
        assertThat(staff("auditor").get(path).statusCode()).isEqualTo(200);
        assertThat(staff("ciso").body("{\"text\":\"x\"}").post(path).statusCode()).isEqualTo(404);
        String reveal = "/api/v1/reporters/" + report.id() + "/reveal";
        assertThat(staff("ciso").body("{\"purpose\":\"credit\"}").post(reveal).statusCode())
                .isEqualTo(404);
        assertThat(staff("security-office").body("{}").post(reveal).statusCode()).isEqualTo(422);
        Response revealed = staff("security-office").body("{\"purpose\":\"credit\"}").post(reveal);
        assertThat(revealed.<String>path("email")).isEqualTo("ada@example.com");
        assertThat(audit("identity-revealed-credit", report.id().toString(), "security-office"))
                .isEqualTo(1);
        assertThat(new Stored(database).count("ledger WHERE type LIKE '%identity-read%'"))
                .as("who watches over access is told")
                .isPositive();
        staff("security-office")
                .body("{\"text\":\"x\",\"answerBy\":\"2001-01-01T00:00:00Z\"}")
                .post(path)
                .then()
                .statusCode(422);
    }

    @Test
    void theReportersPageDoesItAllWithoutScript() {
        Map<String, String> session =
                given().redirects()
                        .follow(false)
                        .formParam("code", report.code())
                        .formParam("key", report.key())
                        .post("/status")
                        .cookies();
        Response wrote =
                given().redirects()
                        .follow(false)
                        .cookies(session)
                        .multiPart("text", "hello <b>desk</b>")
                        .multiPart("files", "a.txt", "abc".getBytes(StandardCharsets.UTF_8))
                        .multiPart("once", UUID.randomUUID().toString())
                        .post("/status/messages");
        assertThat(wrote.statusCode()).as(wrote.asString()).isEqualTo(303);
        hear(new CaseConfirmed(report.caseId(), report.id(), Instant.now(), STAFF, null));
        hear(
                new CaseClosed(
                        report.caseId(),
                        1,
                        ClosureReason.OUT_OF_SCOPE,
                        null,
                        Instant.now().minusSeconds(1),
                        STAFF));
        String page = given().cookies(session).get("/status").asString();
        assertThat(page)
                .contains(
                        "hello &lt;b&gt;desk&lt;/b&gt;", "a.txt", "outside the scope of our policy")
                .contains("action=\"/status/objection\"", "action=\"/status/feedback\"")
                .doesNotContain("action=\"/status/verification\"");
        Response empty =
                given().cookies(session).formParam("objection", " ").post("/status/objection");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(
                        given().redirects()
                                .follow(false)
                                .cookies(session)
                                .formParam("objection", "I do not agree")
                                .post("/status/objection")
                                .statusCode())
                .isEqualTo(303);
        Response again =
                given().cookies(session)
                        .formParam("objection", "kept words")
                        .post("/status/objection");
        assertThat(again.statusCode()).isEqualTo(409);
        Response nothing = given().cookies(session).multiPart("text", " ").post("/status/messages");
        assertThat(nothing.statusCode()).isEqualTo(422);
        String desk =
                staff("security-office")
                        .get("/api/v1/conversations/" + report.id() + "/messages")
                        .asString();
        assertThat(desk).contains("I do not agree");
    }

    private void refused(String step, String body, String reason) throws Exception {
        long messages = new Stored(database).count("message");
        long facts = new Stored(database).count("ledger");
        Response answer = report.asks().body(body).post(report.path(step));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(409);
        assertThat(answer.<String>path("code")).isEqualTo(reason);
        assertThat(new Stored(database).count("message")).isEqualTo(messages);
        assertThat(new Stored(database).count("ledger")).isEqualTo(facts);
    }

    private void taken(String step, String body) {
        Response answer = report.asks().body(body).post(report.path(step));
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    }

    private void hear(CaseEvent event) {
        transactions.inTransaction(connection -> hearing.handle(connection, saying(event)));
    }

    private long audit(String action, String subject, String actor) throws Exception {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "SELECT count(*) FROM audit_entry WHERE action = ? AND subject = ?"
                                        + " AND actor = ?")) {
            select.setString(1, action);
            select.setString(2, subject);
            select.setString(3, actor);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private Known report(String body) {
        Response answer =
                given().contentType("application/json").body(body).post("/api/v1/reports");
        String code = answer.path("trackingCode");
        UUID id =
                transactions
                        .inTransaction(connection -> rows.keyState(connection, code))
                        .orElseThrow()
                        .id();
        StoredReport stored =
                transactions
                        .inTransaction(connection -> rows.byId(connection, new ReportId(id)))
                        .orElseThrow();
        return new Known(code, answer.path("accessKey"), stored.caseId(), stored.id());
    }
}
