package org.hikeshi.intake.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.DeliveryFailed;
import org.hikeshi.events.DeliveryFailure;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.NotifiedBy;
import org.hikeshi.events.ObligationId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.casefact.HearingOfCase;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reporter comes back. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class StatusIT {

    @Inject Transactions transactions;
    @Inject ReportRows rows;
    @Inject HearingOfCase hearing;

    private String code = "";
    private String key = "";

    @BeforeEach
    void reported() {
        Response answer =
                given().contentType("application/json")
                        .body(
                                "{\"description\":\"secret-words\",\"reporter\":{\"language\":\"ja\"}}")
                        .post("/api/v1/reports");
        code = answer.path("trackingCode");
        key = answer.path("accessKey");
    }

    @Test
    void theHolderOfTheKeySeesWhereItStands() {
        Response status = status(code, key);
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.<String>path("stage")).isEqualTo("received");
        assertThat(status.<String>path("whoseTurn")).isEqualTo("desk");
        assertThat(status.<List<String>>path("timeline.what")).containsExactly("received");
        assertThat(status.<List<String>>path("promises.state")).containsOnly("open");
        assertThat(status.<String>path("nextUpdateDue")).isNotNull();
        assertThat(status.asString()).doesNotContain("secret-words");
    }

    @Test
    void codeAndKeyAreForgivenTheirDress() {
        assertThat(
                        status(
                                        code.toLowerCase(java.util.Locale.ROOT).replace("-", ""),
                                        key.toLowerCase(java.util.Locale.ROOT))
                                .statusCode())
                .isEqualTo(200);
        assertThat(
                        status(
                                        code,
                                        key.replaceAll("(.{5})", "$1-")
                                                .replace('0', 'O')
                                                .replace('1', 'l'))
                                .statusCode())
                .isEqualTo(200);
    }

    @Test
    void wrongKeyAndUnknownCodeAreTheSameAnswer() {
        String unknown = TrackingCode.generate(new java.security.SecureRandom()).value();
        byte[] wrongKey = status(code, "0".repeat(26)).asByteArray();
        assertThat(status(unknown, key).asByteArray()).isEqualTo(wrongKey);
        assertThat(status("nonsense", key).asByteArray()).isEqualTo(wrongKey);
        assertThat(given().get("/api/v1/reports/" + code).asByteArray()).isEqualTo(wrongKey);
        assertThat(
                        given().header("Authorization", "Basic eDp5")
                                .get("/api/v1/reports/" + code)
                                .asByteArray())
                .isEqualTo(wrongKey);
        assertThat(
                        given().header("Authorization", "Bearer x")
                                .get("/api/v1/reports/" + code + "/receipt")
                                .asByteArray())
                .isEqualTo(wrongKey);
        assertThat(status(code, "x").statusCode()).isEqualTo(404);
        assertThat(status(code, "x").headers().asList().stream().map(h -> h.getName()).toList())
                .isEqualTo(
                        status(unknown, "x").headers().asList().stream()
                                .map(h -> h.getName())
                                .toList());
    }

    @Test
    void guessingLocksNobodyOut() {
        for (int i = 0; i < 40; i++) {
            status(code, "0".repeat(26));
        }
        long started = System.nanoTime();
        assertThat(status(code, key).statusCode()).isEqualTo(200);
        assertThat(System.nanoTime()).isGreaterThan(started);
    }

    @Test
    void theAcknowledgementIsHeardOfOnceAndShown() {
        ReportId report = report();
        ReporterNotified told =
                new ReporterNotified(
                        CaseId.random(),
                        report,
                        MailTemplate.RECEIPT,
                        new ObligationId(UUID.randomUUID()),
                        Instant.now(),
                        NotifiedBy.MAIL);
        IncomingEvent event = event(told);
        transactions.inTransaction(connection -> hearing.handle(connection, event));
        transactions.inTransaction(connection -> hearing.handle(connection, event));
        Response status = status(code, key);
        assertThat(status.<List<String>>path("timeline.what")).containsOnlyOnce("acknowledged");
        assertThat(
                        status.<List<String>>path(
                                "promises.findAll { it.clock == 'receipt-mail' }.state"))
                .allMatch("met"::equals);
        assertThat(status.<List<String>>path("timeline.text")).contains("受付をお知らせしました。");
    }

    @Test
    void aFailedDeliveryIsShown() {
        DeliveryFailed failed =
                new DeliveryFailed(
                        CaseId.random(),
                        report(),
                        MailTemplate.RECEIPT,
                        new ObligationId(UUID.randomUUID()),
                        Instant.parse("2026-12-01T00:00:00Z"),
                        DeliveryFailure.REFUSED,
                        1);
        transactions.inTransaction(connection -> hearing.handle(connection, event(failed)));
        assertThat(status(code, key).<List<String>>path("timeline.what"))
                .contains("acknowledgement-failed");
    }

    @Test
    void thePageIsReachedWithCodeAndKey() {
        Response form = given().header("Accept-Language", "ja").get("/status");
        assertThat(form.asString())
                .contains("autocomplete=\"username\"", "autocomplete=\"current-password\"");
        Response in =
                given().redirects()
                        .follow(false)
                        .formParam("code", code)
                        .formParam("key", key)
                        .post("/status");
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(in.header("Set-Cookie")).contains("Path=/status", "HTTPOnly");
        Response page =
                given().cookies(in.cookies()).header("Accept-Language", "en").get("/status");
        assertThat(page.asString())
                .as("the report's own language")
                .contains(code, "いまは当窓口の番です", "受け付けました")
                .doesNotContain("secret-words");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(given().cookies(in.cookies()).queryParam("lang", "en").get("/status").asString())
                .contains("It is our turn now.");
        assertThat(given().cookies(in.cookies()).get("/status/receipt.txt").asString())
                .contains("id: " + code);
        assertThat(given().get("/status/receipt.txt").statusCode()).isEqualTo(404);
        Response out = given().redirects().follow(false).cookies(in.cookies()).post("/status/end");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
    }

    @Test
    void aWrongCombinationIsSaidInTheSameWords() {
        Response wrong =
                given().header("Accept-Language", "ja")
                        .formParam("code", code)
                        .formParam("key", "x")
                        .post("/status");
        Response unknown =
                given().header("Accept-Language", "ja")
                        .formParam("code", "R-0000-0000-0")
                        .formParam("key", key)
                        .post("/status");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(wrong.asString())
                .contains("確認できません")
                .isEqualTo(unknown.asString().replace("R-0000-0000-0", code));
        assertThat(wrong.header("Set-Cookie")).isNull();
    }

    @Test
    void naughtySignInsAreRefusedPolitely() {
        for (String naughty :
                new String[] {
                    "", "\u0000", "'; DROP TABLE report;--", "x".repeat(5_000), "\ud83d\ude00"
                }) {
            assertThat(
                            given().formParam("code", naughty)
                                    .formParam("key", naughty)
                                    .post("/status")
                                    .statusCode())
                    .isIn(413, 422);
        }
    }

    private ReportId report() {
        return new ReportId(
                transactions
                        .inTransaction(connection -> rows.keyState(connection, code))
                        .orElseThrow()
                        .id());
    }

    private static IncomingEvent event(CaseEvent event) {
        return new IncomingEvent(
                UUID.randomUUID(),
                event.type(),
                "notifier",
                event.caseId().toString(),
                event.subject(),
                Instant.EPOCH,
                UUID.randomUUID(),
                null,
                new EventCodec().encode(event));
    }

    private static Response status(String code, String key) {
        return given().header("Authorization", "Bearer " + key).get("/api/v1/reports/" + code);
    }
}
