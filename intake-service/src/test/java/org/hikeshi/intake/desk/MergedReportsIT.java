package org.hikeshi.intake.desk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.intake.Neighbours.saying;
import static org.hikeshi.intake.Neighbours.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.casefact.HearingOfCase;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Transactions;
import org.junit.jupiter.api.Test;

/** Whose a report is after a merge: in the list of the desk, and on the record of a case. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class MergedReportsIT {
    private static final Instant NOON = Instant.parse("2026-11-02T03:00:00Z");
    private static final String LIST = "/desk/reports?lang=en";
    private static final String LOOKS = "/desk/operations/intake/audit/identity?lang=en&case=";
    private static final String RECORD = "/desk/operations/intake/audit?lang=en&case=";
    private static final String LOOKED = "Identity revealed, to reach the reporter another way";

    @Inject Transactions transactions;
    @Inject ReportRows rows;
    @Inject HearingOfCase hearing;

    @Test
    void theRecordOfTheSurvivorHoldsTheReportThatJoined() {
        StoredReport survivor = report();
        StoredReport joining = report();
        join(joining, survivor.caseId(), NOON);
        reveal(joining);

        assertThat(page("auditor", LOOKS + survivor.caseId())).contains(code(joining));
        assertThat(page("auditor", RECORD + survivor.caseId())).contains(LOOKED);
        assertThat(page("auditor", LOOKS + joining.caseId()))
                .as("the alias keeps what it had")
                .contains(code(joining));
        CaseId other = report().caseId();
        assertThat(page("auditor", LOOKS + other)).doesNotContain(code(joining));
        assertThat(page("auditor", RECORD + other)).doesNotContain(LOOKED);
    }

    @Test
    void whereItWasDecidedLastCountsWhateverIsHeardFirst() {
        StoredReport first = report();
        StoredReport last = report();
        StoredReport moving = report();
        join(moving, last.caseId(), NOON.plusMillis(1));
        join(moving, first.caseId(), NOON);
        reveal(moving);

        assertThat(page("auditor", LOOKS + last.caseId())).contains(code(moving));
        assertThat(page("auditor", LOOKS + first.caseId())).doesNotContain(code(moving));
        on(first, "developer");
        on(last, "communications");
        assertThat(page("communications", LIST)).contains(code(moving));
        assertThat(page("developer", LIST)).contains(code(first)).doesNotContain(code(moving));
        String one = "/desk/reports/" + moving.id();
        assertThat(asked("communications", one).statusCode()).isEqualTo(200);
        assertThat(asked("developer", one).statusCode()).isEqualTo(404);
    }

    @Test
    void theListIsOfTheCaseThatHoldsAReportNow() {
        StoredReport survivor = report();
        StoredReport joining = report();
        on(survivor, "developer");
        on(joining, "communications");
        assertThat(page("communications", LIST)).contains(code(joining));
        assertThat(page("developer", LIST)).contains(code(survivor)).doesNotContain(code(joining));

        join(joining, survivor.caseId(), NOON);

        assertThat(page("developer", LIST)).contains(code(survivor), code(joining));
        assertThat(page("communications", LIST)).doesNotContain(code(joining));
        assertThat(page("security-office", LIST)).contains(code(survivor), code(joining));
        assertThat(page("developer", "/desk/reports?lang=en&waiting=yes"))
                .as("somebody decided where it belongs")
                .contains(code(survivor))
                .doesNotContain(code(joining));
    }

    /** Those of others push nothing out. */
    @Test
    void theLimitCountsWhatIsSeenAlone() {
        StoredReport own = report();
        on(own, "developer");
        change("UPDATE report SET received_at = now() - interval '2 days' WHERE id = ?", own);
        change(
                "INSERT INTO report SELECT (jsonb_populate_record(r, jsonb_build_object("
                        + "'id', gen_random_uuid(), 'case_id', gen_random_uuid(),"
                        + " 'tracking_code', 'foreign-' || n,"
                        + " 'received_at', now() - interval '1 day'))).*"
                        + " FROM report r, generate_series(1, 201) n WHERE r.id = ?",
                own);

        assertThat(page("developer", LIST)).contains(code(own)).doesNotContain("foreign-");
    }

    private void join(StoredReport report, CaseId into, Instant at) {
        IncomingEvent joined = saying(new ReportJoined(into, report.id(), report.caseId(), at));
        transactions.inTransaction(connection -> hearing.handle(connection, joined));
    }

    private static void reveal(StoredReport report) {
        staff("security-office")
                .body("{\"purpose\":\"contact\"}")
                .post("/api/v1/reporters/" + report.id() + "/reveal")
                .then()
                .statusCode(200);
    }

    private void on(StoredReport report, String person) {
        transactions.inTransaction(
                connection ->
                        Sql.change(
                                connection,
                                "INSERT INTO case_member VALUES (?, ?, ?)",
                                report.caseId().value(),
                                person,
                                person.toUpperCase(Locale.ROOT)));
    }

    private void change(String sql, StoredReport report) {
        transactions.inTransaction(connection -> Sql.change(connection, sql, report.id().value()));
    }

    private static String page(String person, String path) {
        return asked(person, path).then().statusCode(200).extract().asString();
    }

    private static Response asked(String person, String path) {
        String session =
                given().redirects()
                        .follow(false)
                        .formParam("name", person)
                        .formParam("password", "pass-" + person)
                        .post("/sign-in")
                        .cookie("hikeshi-session");
        return given().cookie("hikeshi-session", session).get(path);
    }

    private static String code(StoredReport report) {
        return report.trackingCode().value();
    }

    private StoredReport report() {
        String code =
                given().contentType("application/json")
                        .body("{\"description\":\"d\",\"reporter\":{\"name\":\"Finder\"}}")
                        .post("/api/v1/reports")
                        .path("trackingCode");
        return transactions.inTransaction(
                connection -> {
                    var id = new ReportId(rows.keyState(connection, code).orElseThrow().id());
                    return rows.byId(connection, id).orElseThrow();
                });
    }
}
