package org.hikeshi.intake.earlier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hikeshi.intake.Neighbours.calling;
import static org.hikeshi.intake.Neighbours.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Severity;
import org.hikeshi.events.Source;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.Stored;
import org.junit.jupiter.api.Test;

/** Records of cases that had ended before: with the times of then, once, and all rows or none. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class ImportIT {

    private static final String HEAD =
            "number,source,receivedAt,confirmedAt,scoredAt,severity,fixedAt,closedAt,closure,title,product,reporterEmail\r\n";

    @Inject DataSource database;

    @Test
    void aListBecomesReportsWithTheTimesOfThenOnce() throws Exception {
        String list =
                HEAD
                        + "2026/17,cert,2026-01-05T09:30:00+09:00,2026-01-06,2026-01-08,high,2026-02-10,2026-02-20,resolved,\"認証不備, 遠隔\",Gateway,old@example.com\r\n"
                        + "2026/18,,2026-01-07,,,,,2026-01-07,spam,an offer,,\r\n";
        byte[] shiftJis = list.getBytes(Charset.forName("windows-31j"));
        Stored stored = new Stored(database);
        long reports = stored.count("report");
        long said = stored.count("ledger");
        taken(csv(shiftJis, true), true, 2, 2, 0);
        assertThat(stored.count("report")).as("a dry run").isEqualTo(reports);
        assertThat(stored.count("ledger")).isEqualTo(said);

        taken(csv(shiftJis, false), false, 2, 2, 0);
        assertThat(stored.count("report")).isEqualTo(reports + 2);
        assertThat(stored.count("ledger")).as("one fact each, no task").isEqualTo(said + 2);
        assertThat(stored.tablesThatShow("認証不備")).isEmpty();
        assertThat(stored.count("report WHERE attended_at IS NULL AND door = 'import'")).isZero();

        taken(csv(list.getBytes(StandardCharsets.UTF_8), false), false, 2, 0, 2);
        assertThat(stored.count("ledger")).as("the second time").isEqualTo(said + 2);
        ReportReceived high = imported().stream().filter(r -> !r.anonymous()).toList().getFirst();
        assertThat(high.receivedAt()).isEqualTo(Instant.parse("2026-01-05T00:30:00Z"));
        assertThat(high.source()).isEqualTo(Source.CERT);
        EarlierRecord record = high.earlier();
        assertThat(record).isNotNull();
        assertThat(record.severity()).isEqualTo(Severity.HIGH);
        assertThat(record.confirmedAt()).isEqualTo(Instant.parse("2026-01-05T15:00:00Z"));
        assertThat(record.closure()).isEqualTo(ClosureReason.RESOLVED);
        assertThat(record.importedAt()).isAfter(Instant.now().minusSeconds(60));
        knownByItsNumber(stored, high);
        Response otherwise =
                csv(list.replace("an offer", "an other").getBytes(StandardCharsets.UTF_8), true);
        assertThat(faults(otherwise)).containsExactly("/rows/3/number number-known-otherwise");
    }

    /** The desk knows it by the number it had; nobody else is told, and nothing shows it. */
    private static void knownByItsNumber(Stored stored, ReportReceived high) throws Exception {
        String caseId = high.caseId().toString();
        String asked = "{\"number\":\"%s\"}";
        String address = "/internal/earlier-number";
        calling("triage")
                .body(asked.formatted("2026/17"))
                .post(address)
                .then()
                .statusCode(200)
                .body("caseId", equalTo(caseId));
        calling("triage").body(asked.formatted("2026/71")).post(address).then().statusCode(404);
        calling("triage").body("{}").post(address).then().statusCode(404);
        calling("release").body(asked.formatted("2026/17")).post(address).then().statusCode(404);
        calling("triage")
                .body("{\"caseIds\":[\"%s\"]}".formatted(caseId))
                .post("/internal/titles")
                .then()
                .statusCode(200)
                .body("numbers", equalTo(Map.of(caseId, "2026/17")));
        assertThat(stored.tablesThatShow("2026/17")).isEmpty();
    }

    @Test
    void everyFaultIsToldByRowAndFieldAndNothingIsStored() throws Exception {
        long before = new Stored(database).count("report");
        String list =
                HEAD
                        + "A-1,desk,2026-01-05,2026-01-06,,,,2026-02-20,resolved,t,,\n"
                        + "\n"
                        + ",rumour,yesterday,,2026-01-08,,,2026-01-01,done,,,nonsense\n"
                        + "A-1,,1999-01-01,,,,,2026-01-01,resolved,t,,\n"
                        + "A-3,,2026-03-01,2026-01-01,,,,2999-01-01,spam,t,,\n";
        Response refused = csv(list.getBytes(StandardCharsets.UTF_8), false);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(faults(refused))
                .containsExactlyInAnyOrder(
                        "/rows/4/number required",
                        "/rows/4/source not-one-of",
                        "/rows/4/receivedAt not-a-moment",
                        "/rows/4/severity required",
                        "/rows/4/closure not-one-of",
                        "/rows/4/reporterEmail address-no-at-sign",
                        "/rows/5/receivedAt record-too-old",
                        "/rows/6/closedAt record-in-future",
                        "/rows/6/confirmedAt record-out-of-order");
        assertThat(refused.<List<String>>path("errors.message")).doesNotContainNull();
        Response head = csv("number,secret column\n1,2\n".getBytes(StandardCharsets.UTF_8), true);
        assertThat(faults(head))
                .contains("/rows/1/secret_column unknown-field", "/rows/1/closure required");
        Response twice =
                json(
                        "{\"records\":[%s,%s]}".formatted(record("B-1", ""), record("B-1", "")),
                        "security-office");
        assertThat(faults(twice)).containsExactly("/records/1/number number-twice");
        Response unknown =
                json("{\"records\":[" + record("B-2", ",\"prose\":1") + "]}", "security-office");
        assertThat(faults(unknown)).containsExactly("/records/0/prose unknown-field");
        assertThat(json("{\"records\":[]}", "security-office").statusCode()).isEqualTo(422);
        assertThat(json("nonsense", "security-office").statusCode()).isEqualTo(400);
        assertThat(json("{\"records\":[" + record("B-3", "") + "]}", "developer").statusCode())
                .isEqualTo(404);
        assertThat(new Stored(database).count("report")).isEqualTo(before);
    }

    private static String record(String number, String more) {
        return "{\"number\":\"%s\",\"receivedAt\":\"2026-01-05\",\"closedAt\":\"2026-01-06\",\"closure\":\"known\",\"report\":{\"title\":\"t\"}%s}"
                .formatted(number, more);
    }

    private static void taken(Response answer, boolean dry, int records, int created, int same) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<Map<String, Object>>path(""))
                .isEqualTo(
                        Map.of(
                                "dryRun", dry,
                                "records", records,
                                "created", created,
                                "unchanged", same));
    }

    private static List<String> faults(Response answer) {
        List<Map<String, String>> errors = answer.path("errors");
        return errors.stream().map(one -> one.get("pointer") + " " + one.get("code")).toList();
    }

    private static Response csv(byte[] body, boolean dryRun) {
        return given().auth()
                .preemptive()
                .basic("security-office", "pass-security-office")
                .contentType("text/csv")
                .body(body)
                .post("/api/v1/reports/import?dryRun=" + dryRun);
    }

    private static Response json(String body, String person) {
        return staff(person).body(body).post("/api/v1/reports/import");
    }

    private List<ReportReceived> imported() throws Exception {
        List<ReportReceived> all = new ArrayList<>();
        try (var connection = database.getConnection();
                var row =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT type, value FROM ledger WHERE convert_from(value,"
                                                + " 'UTF8') LIKE '%importedAt%'")) {
            while (row.next()) {
                assertThat(row.getString(1)).isEqualTo(EventType.REPORT_RECEIVED.ceType());
                all.add(
                        (ReportReceived)
                                new EventCodec().decode(row.getString(1), row.getBytes(2)));
            }
        }
        return all;
    }
}
