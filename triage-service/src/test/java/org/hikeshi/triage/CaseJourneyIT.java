package org.hikeshi.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hikeshi.casefile.Neighbour;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.AdvisoryId;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.FixVerdict;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.PublicationId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.Scored;
import org.hikeshi.events.Severity;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.events.TeamChanged;
import org.junit.jupiter.api.Test;

/** A case from its report to its closure and back, on real parts, by the staff API. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class CaseJourneyIT {
    private static final String TEXT = "{\"ja\": \"ご説明します。\", \"en\": \"This is why.\"}";

    private final ProductId product = ProductId.random();

    private static CaseId confirmed() throws InterruptedException {
        CaseId caseId = Cases.received();
        Cases.post("security-office", caseId, "confirmation", "").then().statusCode(200);
        return caseId;
    }

    private CaseId scored(String vector) throws InterruptedException {
        CaseId caseId = confirmed();
        Cases.put("security-office", caseId, "assessment", 0, Cases.assessment(vector, product))
                .then()
                .statusCode(200);
        Cases.post("security-office", caseId, "scoring", "{}").then().statusCode(200);
        return caseId;
    }

    @Test
    void aCriticalCaseGoesTheWholeWayAndIsClosedOnlyWhenNothingIsMissing() throws Exception {
        CaseId caseId = scored(Cases.CRITICAL);

        Cases.as("ciso")
                .get("/api/v1/cases/" + caseId)
                .then()
                .statusCode(200)
                .body("number", matchesPattern("C-\\d{4}-\\d{4}"))
                .body("stage", equalTo("scored"))
                .body("severity", equalTo("critical"))
                .body("priority.level", equalTo("P1"))
                .body("nextAction.code", equalTo("escalation-decision"))
                .body("whoseTurn.party", equalTo("ciso"))
                .body("vulnerabilities[0].score", equalTo(9.8f))
                .body("missing.milestone", hasItem("patch-ready"))
                .body("team.staff", contains("security-office"))
                .body("clocks.clock", hasItem("mitigation"));
        assertThat(Said.all(Scored.class, caseId)).hasSize(1);
        assertThat(Said.all(Scored.class, caseId).getFirst().severity())
                .isEqualTo(Severity.CRITICAL);
        assertThat(Said.all(CaseConfirmed.class, caseId)).hasSize(1);
        assertThat(Said.all(Escalated.class, caseId)).hasSize(1);
        assertThat(Said.all(DeadlineSet.class, caseId)).hasSize(2);

        Cases.post(
                        "ciso",
                        caseId,
                        "escalation-decision",
                        "{\"decision\": \"go-on\", \"reason\": \"Fix first.\"}")
                .then()
                .statusCode(200)
                .body("nextAction.code", equalTo("register-mitigation"));
        String resolved = "{\"reason\": \"resolved\", \"explanation\": " + TEXT + "}";
        Cases.post("security-office", caseId, "closure", resolved)
                .then()
                .statusCode(409)
                .body("code", equalTo("milestones-missing"));

        Cases.remedied(caseId, product);
        Neighbour.named("disclosure")
                .says(
                        new Disclosed(
                                caseId,
                                AdvisoryId.random(),
                                new PublicationId("EX-SA-2026-7K3M"),
                                new ContentHash("a".repeat(64)),
                                List.of(),
                                Instant.now().truncatedTo(ChronoUnit.MILLIS)));
        Said.await("nothing is missing", () -> missing(caseId).isEmpty());
        Cases.post("security-office", caseId, "closure", resolved)
                .then()
                .statusCode(200)
                .body("stage", equalTo("closed"))
                .body("whoseTurn.party", equalTo("nobody"));
        assertThat(Said.all(CaseClosed.class, caseId)).hasSize(1);

        Neighbour.named("intake")
                .says(
                        new FixChecked(
                                caseId, ReportId.random(), FixVerdict.NOT_FIXED, Instant.now()));
        Said.await("it is open again", () -> Said.all(CaseReopened.class, caseId).size() == 1);
        assertThat(missing(caseId)).contains("patch-ready", "distributed");
    }

    private static List<String> missing(CaseId caseId) {
        return Cases.as("security-office")
                .get("/api/v1/cases/" + caseId)
                .jsonPath()
                .getList("missing.milestone");
    }

    @Test
    void loweringNeedsASecondPersonAndAReason() throws Exception {
        CaseId caseId = scored(Cases.CRITICAL);
        Cases.put(
                        "security-office",
                        caseId,
                        "assessment",
                        1,
                        Cases.assessment(Cases.MEDIUM, product))
                .then()
                .statusCode(200);

        Cases.post("security-office", caseId, "scoring", "{}").then().statusCode(422);
        String reason = "{\"reason\": \"Needs a click.\"}";
        Cases.post("security-office", caseId, "scoring", reason)
                .then()
                .statusCode(409)
                .body("code", equalTo("own-work"));
        Cases.post("security-office-2", caseId, "scoring", reason)
                .then()
                .statusCode(200)
                .body("severity", equalTo("medium"))
                .body("priority.level", equalTo("P3"));
    }

    @Test
    void theTeamDecidesWhoSeesACase() throws Exception {
        CaseId caseId = confirmed();
        Cases.as("developer")
                .get("/api/v1/cases/" + caseId)
                .then()
                .statusCode(404)
                .header("Retry-After", "1");

        String team =
                "{\"members\": [{\"staff\": \"security-office\", \"role\": \"security-office\"},"
                        + " {\"staff\": \"developer\", \"role\": \"developer\"}]}";
        Cases.put("security-office", caseId, "team", 0, team)
                .then()
                .statusCode(412)
                .body("errors[0].code", equalTo("changed-by"));
        Cases.put("security-office", caseId, "team", 1, team).then().statusCode(200);

        Cases.as("developer").get("/api/v1/cases/" + caseId).then().statusCode(200);
        Cases.as("developer-2").get("/api/v1/cases/" + caseId).then().statusCode(404);
        Cases.post("developer", caseId, "confirmation", "").then().statusCode(404);
        assertThat(Said.all(TeamChanged.class, caseId)).hasSize(2);
    }

    @Test
    void aDuplicateGoesOnUnderTheOtherCase() throws Exception {
        CaseId first = confirmed();
        CaseId second = confirmed();

        Cases.post("security-office", second, "merge", "{\"into\": \"" + first + "\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("merged"))
                .body("closure.duplicateOf", equalTo(first.toString()));

        Cases.as("security-office")
                .get("/api/v1/cases/" + first)
                .then()
                .body("trackingCodes", hasSize(2));
        assertThat(Said.all(ReportJoined.class, first)).hasSize(1);
        Cases.put("security-office", second, "assessment", 0, "{}")
                .then()
                .statusCode(409)
                .body("code", equalTo("merged"));
        Cases.post("security-office", first, "merge", "{\"into\": \"" + second + "\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("other-case-ended"));
    }

    @Test
    void tasksOfTheDeskFollowTheCase() throws Exception {
        CaseId caseId = Cases.received();
        Said.await("confirmation is asked for", () -> kinds(caseId).contains("confirm-report"));
        Cases.post("security-office", caseId, "confirmation", "").then().statusCode(200);
        Said.await("assessment is asked for", () -> kinds(caseId).equals(List.of("assess")));
        assertThat(Said.all(TaskOpened.class, caseId)).hasSize(2);
    }

    private static List<String> kinds(CaseId caseId) {
        return Cases.as("security-office")
                .get("/api/v1/tasks?mine=true&limit=200")
                .jsonPath()
                .getList("items.findAll { it.caseId == '" + caseId + "' }.kind");
    }

    @Test
    void aVectorIsScoredOrTheMetricIsNamed() {
        Cases.as("developer")
                .queryParam("vector", Cases.CRITICAL)
                .get("/api/v1/cvss")
                .then()
                .statusCode(200)
                .body("baseScore", equalTo(9.8f))
                .body("severity", equalTo("critical"));
        Cases.as("developer")
                .queryParam("vector", Cases.CRITICAL + "/AV:N")
                .get("/api/v1/cvss")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("AV appears twice."));
    }

    @Test
    void casesAreFoundByWhatIsKnownOfThem() throws Exception {
        CaseId caseId = scored(Cases.MEDIUM);
        Cases.as("auditor")
                .get("/api/v1/cases?severity=medium&product=" + product)
                .then()
                .statusCode(200)
                .body("items.caseId", contains(caseId.toString()));
        Cases.as("developer")
                .get("/api/v1/cases?product=" + product)
                .then()
                .body("items", hasSize(0));
    }
}
