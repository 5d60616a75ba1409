package org.hikeshi.intake.conversation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.intake.Neighbours.calling;
import static org.hikeshi.intake.Neighbours.saying;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.intake.IntakeParts;
import org.hikeshi.intake.casefact.HearingOfCase;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Transactions;
import org.junit.jupiter.api.Test;

/** What a report reads that came to a case after words were told there (ADR 0405). */
@QuarkusTest
@QuarkusTestResource(IntakeParts.class)
class JoinedReportIT {

    @Inject Transactions transactions;
    @Inject ReportRows rows;
    @Inject HearingOfCase hearing;
    @Inject CatchingUp catchingUp;

    private record Known(String code, String key, CaseId caseId, ReportId id) {}

    @Test
    void itGetsTheWordsThatStillHoldOnceAndNobodyElses() {
        Known first = report();
        Known second = report();
        tell(first.caseId(), UUID.randomUUID(), "findings", "We rate this High");
        tell(first.caseId(), UUID.randomUUID(), "findings", "We rate this Critical");
        tell(first.caseId(), UUID.randomUUID(), "workaround", "Switch it off");
        tell(first.caseId(), UUID.randomUUID(), "timeline-reason", "A part is late");
        tell(first.caseId(), UUID.randomUUID(), "progress", "Nothing new");
        tellOne(first, "findings", "for the first finder alone");
        join(second, first.caseId());
        assertThat(texts(second))
                .containsExactlyInAnyOrder("We rate this Critical", "Switch it off");
        UUID late = UUID.randomUUID();
        tell(first.caseId(), late, "progress", "for both");
        tell(first.caseId(), late, "progress", "for both");
        assertThat(texts(second)).hasSize(3).endsWith("for both");
        assertThat(texts(first)).hasSize(7).endsWith("for both");
    }

    /** The join is heard by the broker, the words come by a call: either may be first. */
    @Test
    void wordsThatComeAfterItJoinedAreItsOwnToo() {
        Known first = report();
        Known second = report();
        join(second, first.caseId());
        tell(first.caseId(), UUID.randomUUID(), "findings", "We rate this High");
        assertThat(texts(first)).containsExactly("We rate this High");
        assertThat(texts(second)).containsExactly("We rate this High");
    }

    /** The reason of a merge is said of the case that ends by it. */
    @Test
    void wordsAboutACaseThatWasSetAsideReachItsReports() {
        Known first = report();
        Known second = report();
        join(second, first.caseId());
        tell(second.caseId(), UUID.randomUUID(), "closure-reason", "The same cause");
        assertThat(texts(second)).containsExactly("The same cause");
        assertThat(texts(first)).isEmpty();
    }

    private void join(Known report, CaseId into) {
        IncomingEvent joined =
                saying(new ReportJoined(into, report.id(), report.caseId(), Instant.now()));
        for (int i = 0; i < 2; i++) {
            transactions.inTransaction(connection -> hearing.handle(connection, joined));
            transactions.inTransaction(connection -> catchingUp.handle(connection, joined));
        }
    }

    private static void tell(CaseId caseId, UUID event, String kind, String text) {
        put(caseId, event, "{\"kind\":\"%s\",\"texts\":{\"en\":\"%s\"}}".formatted(kind, text));
    }

    private static void tellOne(Known report, String kind, String text) {
        put(
                report.caseId(),
                UUID.randomUUID(),
                "{\"reportId\":\"%s\",\"kind\":\"%s\",\"texts\":{\"en\":\"%s\"}}"
                        .formatted(report.id(), kind, text));
    }

    private static void put(CaseId caseId, UUID event, String body) {
        calling("triage")
                .body(body)
                .put("/internal/cases/" + caseId + "/told/" + event)
                .then()
                .statusCode(204);
    }

    private static List<String> texts(Known report) {
        return given().header("Authorization", "Bearer " + report.key())
                .header("Accept-Language", "en")
                .get("/api/v1/reports/" + report.code() + "/messages")
                .path("items.text");
    }

    private Known report() {
        Response answer =
                given().contentType("application/json")
                        .body("{\"description\":\"d\"}")
                        .post("/api/v1/reports");
        String code = answer.path("trackingCode");
        return transactions.inTransaction(
                connection -> {
                    var id = new ReportId(rows.keyState(connection, code).orElseThrow().id());
                    var stored = rows.byId(connection, id).orElseThrow();
                    return new Known(code, answer.path("accessKey"), stored.caseId(), id);
                });
    }
}
