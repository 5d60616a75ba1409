package org.hikeshi.intake.lostkey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.intake.Neighbours.calling;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.Stored;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.Transactions;
import org.junit.jupiter.api.Test;

/**
 * A new key goes to the stored address and to whoever knows the code; nobody else learns anything.
 */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class LostKeyIT {

    private static final Pattern KEY = Pattern.compile(">((?:[0-9A-Z]{5}-){5}[0-9A-Z])</span>");

    @Inject DataSource database;
    @Inject Transactions transactions;
    @Inject ReportRows rows;
    @Inject AskingForKey asking;

    @Test
    void theAnswerIsTheSameForEveryCodeAndOnlyAKnownAddressIsWrittenTo() throws Exception {
        Response reachable = report("\"email\":\"a@example.com\"");
        Response nobody = report("\"name\":\"no address\"");
        long before = asked();
        byte[] answer = lost(reachable.path("trackingCode"));
        assertThat(lost(nobody.path("trackingCode"))).isEqualTo(answer);
        assertThat(lost("R-0000-0000-0")).isEqualTo(answer);
        assertThat(lost("nonsense \u0000")).isEqualTo(answer);
        workedThrough();
        assertThat(asked()).isEqualTo(before + 1);
        for (int i = 0; i < 4; i++) {
            lost(reachable.path("trackingCode"));
            workedThrough();
        }
        assertThat(asked()).as("three a day at most").isEqualTo(before + 3);
    }

    @Test
    void theLinkShowsANewKeyOnceAndOnlyToWhoKnowsTheCode() {
        Response report = report("\"email\":\"b@example.com\"");
        String code = report.path("trackingCode");
        String path = link(code);
        assertThat(given().get(path).statusCode()).as("opening alone burns nothing").isEqualTo(200);
        assertThat(given().formParam("code", "R-0000-0000-0").post(path).statusCode())
                .isEqualTo(422);
        assertThat(status(code, report.path("accessKey"))).isEqualTo(200);
        Response renewed =
                given().redirects()
                        .follow(false)
                        .formParam("code", code.toLowerCase(java.util.Locale.ROOT))
                        .post(path);
        assertThat(renewed.statusCode()).isEqualTo(303);
        assertThat(renewed.asString()).doesNotContainPattern(KEY);
        Matcher key = KEY.matcher(newKey(renewed.cookie("renewed")).asString());
        assertThat(key.find()).isTrue();
        assertThat(newKey(renewed.cookie("renewed")).asString()).contains(key.group(1));
        assertThat(newKey("nonsense").statusCode()).isEqualTo(410);
        assertThat(status(code, key.group(1))).isEqualTo(200);
        assertThat(status(code, report.path("accessKey"))).as("the old key").isEqualTo(404);
        assertThat(given().get(path).statusCode()).isEqualTo(410);
        assertThat(given().formParam("code", code).post(path).statusCode()).isEqualTo(410);
        assertThat(given().get("/status/open/nonsense").statusCode()).isEqualTo(410);
        assertThat(given().get(link(code)).statusCode())
                .as("a link for the new key")
                .isEqualTo(200);
    }

    private static Response newKey(String cookie) {
        return given().cookie("renewed", cookie).get("/status/new-key");
    }

    @Test
    void onlyTheNotifierGetsLinks() {
        Response report = report("\"email\":\"c@example.com\"");
        String id = id(report.path("trackingCode"));
        calling("triage").get("/internal/reports/" + id + "/access-link").then().statusCode(404);
        given().get("/internal/reports/" + id + "/access-link").then().statusCode(404);
    }

    private String link(String code) {
        return calling("notifier")
                .get("/internal/reports/" + id(code) + "/access-link")
                .then()
                .statusCode(200)
                .extract()
                .path("path");
    }

    private String id(String code) {
        return transactions
                .inTransaction(connection -> rows.keyState(connection, code))
                .orElseThrow()
                .id()
                .toString();
    }

    private static Response report(String reporter) {
        return given().contentType("application/json")
                .body("{\"description\":\"d\",\"reporter\":{" + reporter + "}}")
                .post("/api/v1/reports");
    }

    private static byte[] lost(String code) {
        Response answer =
                given().header("Accept-Language", "en")
                        .formParam("code", code)
                        .post("/status/lost");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.asByteArray();
    }

    private static int status(String code, String key) {
        return given().header("Authorization", "Bearer " + key)
                .get("/api/v1/reports/" + code)
                .statusCode();
    }

    private long asked() throws Exception {
        return new Stored(database).count("ledger WHERE type LIKE '%access-key-asked%'");
    }

    private void workedThrough() throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (new Stored(database).count("key_question") > 0) {
            assertThat(System.nanoTime()).isLessThan(until);
            // The service's own loop does the same, in its own time.
            asking.answerOne();
        }
    }
}
