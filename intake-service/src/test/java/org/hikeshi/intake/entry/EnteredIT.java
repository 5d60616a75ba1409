package org.hikeshi.intake.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.intake.Neighbours.saying;
import static org.hikeshi.intake.Neighbours.staff;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Source;
import org.hikeshi.events.StaffId;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.Stored;
import org.hikeshi.intake.casefact.HearingOfCase;
import org.hikeshi.messaging.Transactions;
import org.junit.jupiter.api.Test;

/** What reached the house elsewhere keeps its own time and source. */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class EnteredIT {

    @Inject DataSource database;
    @Inject Transactions transactions;
    @Inject HearingOfCase hearing;

    @Test
    void itIsAReportWithItsOwnTimeAndSource() throws Exception {
        Instant arrived = Instant.now().minus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);
        Response entered = enter("communications", "coordinator", arrived.toString());
        assertThat(entered.statusCode()).as(entered.asString()).isEqualTo(201);
        assertThat(Instant.parse(entered.path("receivedAt"))).isEqualTo(arrived);
        assertThat(Instant.parse(entered.path("enteredAt"))).isAfter(arrived);
        ReportReceived said = lastSaid();
        assertThat(said.source()).isEqualTo(Source.COORDINATOR);
        assertThat(said.receivedAt()).isEqualTo(arrived);
        assertThat(said.anonymous()).isFalse();
        assertThat(waiting()).isPositive();
        long before = waiting();
        CaseConfirmed confirmed =
                new CaseConfirmed(
                        CaseId.parse(entered.path("caseId")),
                        ReportId.parse(entered.path("reportId")),
                        Instant.now(),
                        StaffId.parse("security-office"),
                        null);
        transactions.inTransaction(c -> hearing.handle(c, saying(confirmed)));
        assertThat(waiting()).isEqualTo(before - 1);
        assertThat(RestAssured.given().header("Accept-Language", "en").get("/report").asString())
                .contains((before - 1) + " reports");
    }

    @Test
    void whatDoesNotFitIsNamedAndNothingIsStored() throws Exception {
        long before = new Stored(database).count("report");
        String now = Instant.now().toString();
        assertThat(enter("communications", "rumour", now).<String>path("errors[0].pointer"))
                .isEqualTo("/source");
        assertThat(
                        enter("communications", "desk", "2999-01-01T00:00:00Z")
                                .<String>path("errors[0].code"))
                .isEqualTo("received-in-future");
        assertThat(
                        enter("communications", "desk", "2001-01-01T00:00:00Z")
                                .<String>path("errors[0].code"))
                .isEqualTo("received-too-long-ago");
        Response nested =
                staff("security-office")
                        .body(
                                "{\"source\":\"desk\",\"receivedAt\":\"%s\",\"report\":{\"description\":\"d\",\"nonsense\":1}}"
                                        .formatted(now))
                        .post("/api/v1/reports/entered");
        assertThat(nested.<String>path("errors[0].pointer")).isEqualTo("/report/nonsense");
        assertThat(enter("developer", "desk", now).statusCode()).isEqualTo(404);
        assertThat(RestAssured.given().post("/api/v1/reports/entered").statusCode()).isIn(401, 415);
        assertThat(new Stored(database).count("report")).isEqualTo(before);
    }

    private static Response enter(String person, String source, String receivedAt) {
        return staff(person)
                .body(
                        "{\"source\":\"%s\",\"receivedAt\":\"%s\",\"report\":{\"description\":\"d\",\"reporter\":{\"email\":\"a@example.com\"}}}"
                                .formatted(source, receivedAt))
                .post("/api/v1/reports/entered");
    }

    private long waiting() throws Exception {
        return new Stored(database).count("report WHERE attended_at IS NULL");
    }

    private ReportReceived lastSaid() throws Exception {
        try (var connection = database.getConnection();
                var row =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "SELECT type, value FROM ledger ORDER BY time DESC, id DESC LIMIT 1")) {
            row.next();
            return (ReportReceived) new EventCodec().decode(row.getString(1), row.getBytes(2));
        }
    }
}
