package org.hikeshi.triage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.Absence;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TeamChanged;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Out of office and deputy: announced on a page, said of every case, ended by hand. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class AbsenceIT {
    private static final String TEAM =
            """
            {"members": [{"staff": "security-office", "role": "security-office"},
                         {"staff": "developer", "role": "developer"}]}
            """;
    private static final String QUESTION = "{\"reason\": \"person\", \"question\": \"Go on?\"}";

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    static RequestSpecification signedIn(String name) {
        String session =
                given().redirects()
                        .follow(false)
                        .formParam("name", name)
                        .formParam("password", name + "-pass")
                        .post("/sign-in")
                        .cookie("hikeshi-session");
        return given().redirects()
                .follow(false)
                .cookie("hikeshi-session", session)
                .header("Accept-Language", "en");
    }

    static Response announce(String who, LocalDate from, LocalDate until, String deputy) {
        return signedIn(who)
                .formParam("from", from.toString())
                .formParam("until", until.toString())
                .formParam("deputy", deputy)
                .post("/desk/profile");
    }

    @AfterEach
    void everybodyIsBack() {
        signedIn("developer").post("/desk/profile/return").then().statusCode(303);
    }

    static CaseId onTheTeam() throws InterruptedException {
        CaseId caseId = Cases.received();
        assertThat(Cases.put("security-office", caseId, "team", 0, TEAM).statusCode())
                .isEqualTo(200);
        Said.await(
                "the team is known",
                () ->
                        Cases.as("developer")
                                .get("/api/v1/cases?limit=200")
                                .asString()
                                .contains(caseId.toString()));
        return caseId;
    }

    static int read(String person, CaseId caseId) {
        return Cases.as(person).get("/api/v1/cases/" + caseId).statusCode();
    }

    @Test
    void theDeputySeesAndActsWhileItLastsAndNotWhenTheOtherIsBack() throws Exception {
        CaseId caseId = onTheTeam();
        CaseId other = Cases.received();
        assertThat(read("developer-2", caseId)).isEqualTo(404);

        assertThat(announce("developer", today, today.plusDays(1), "developer-2").statusCode())
                .isEqualTo(303);

        Absence said = Said.all(TeamChanged.class, caseId).getLast().away().getFirst();
        assertThat(said.staff()).isEqualTo(new StaffId("developer"));
        assertThat(said.deputy()).isEqualTo(new StaffId("developer-2"));
        assertThat(said.until())
                .isEqualTo(today.plusDays(2).atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant());
        assertThat(read("developer-2", caseId)).isEqualTo(200);
        assertThat(read("developer-2", other)).isEqualTo(404);
        assertThat(read("qa", caseId)).isEqualTo(404);
        assertThat(Cases.post("developer-2", caseId, "escalation", QUESTION).statusCode())
                .isEqualTo(200);
        Said.await(
                "the list holds it",
                () ->
                        Cases.as("developer-2")
                                .get("/api/v1/cases?limit=200")
                                .asString()
                                .contains(caseId.toString()));

        signedIn("developer").post("/desk/profile/return").then().statusCode(303);

        assertThat(Said.all(TeamChanged.class, caseId).getLast().away()).isEmpty();
        assertThat(read("developer-2", caseId)).isEqualTo(404);
        assertThat(Cases.post("developer-2", caseId, "escalation", QUESTION).statusCode())
                .isEqualTo(404);
    }

    @Test
    void anAbsenceToComeIsSaidAndGivesNothingYet() throws Exception {
        CaseId caseId = onTheTeam();
        announce("developer", today.plusDays(1), today.plusDays(2), "developer-2");
        assertThat(Said.all(TeamChanged.class, caseId).getLast().away()).hasSize(1);
        assertThat(read("developer-2", caseId)).isEqualTo(404);
    }

    @Test
    void aTeamThatIsSetMeanwhileIsSaidWithIt() throws Exception {
        announce("developer", today, today, "developer-2");
        CaseId caseId = Cases.received();

        Response set = Cases.put("security-office", caseId, "team", 0, TEAM);

        assertThat(Said.all(TeamChanged.class, caseId)).hasSize(1);
        assertThat(Said.all(TeamChanged.class, caseId).getFirst().away()).hasSize(1);
        assertThat(set.<String>path("team[1].away.deputy")).isEqualTo("developer-2");
        assertThat(read("developer-2", caseId)).isEqualTo(200);
    }

    @Test
    void whatCannotBeIsToldAtItsFieldAndNothingIsSaid() throws Exception {
        CaseId caseId = onTheTeam();
        int before = Said.all(TeamChanged.class, caseId).size();
        announce("developer", today.minusDays(1), today, "")
                .then()
                .statusCode(422)
                .body(containsString("id=\"from-error\""), containsString("This day is over"));
        announce("developer", today, today.plusDays(60), "")
                .then()
                .statusCode(422)
                .body(containsString("id=\"until-error\""), containsString("At most 60 days"));
        announce("developer", today, today, "qa")
                .then()
                .statusCode(422)
                .body(containsString("id=\"deputy-error\""), containsString("shares no role"));
        announce("developer", today, today, "developer-77")
                .then()
                .statusCode(422)
                .body(containsString("does not know this person"));
        assertThat(Said.all(TeamChanged.class, caseId)).hasSize(before);
    }

    @Test
    void thePageTellsEachWhatConcernsThem() throws Exception {
        CaseId caseId = onTheTeam();
        announce("developer", today, today.plusDays(1), "developer-2");

        signedIn("developer")
                .get("/desk/profile")
                .then()
                .statusCode(200)
                .body(
                        containsString("You are away from"),
                        not(containsString("Who is or will be away")));
        signedIn("developer-2")
                .get("/desk/profile")
                .then()
                .body(
                        containsString("developer, from"),
                        not(containsString("Who is or will be away")));
        signedIn("ciso")
                .get("/desk/profile")
                .then()
                .body(
                        containsString("Who is or will be away"),
                        containsString("<bdi>developer</bdi>"));
        signedIn("ciso")
                .get("/desk/profile?lang=ja")
                .then()
                .body(containsString("不在の予定がある方"), containsString("不在の最終日"));
        signedIn("developer-2")
                .get("/desk/cases/" + caseId)
                .then()
                .statusCode(200)
                .body(containsString("Deputy: developer-2"));
        given().redirects().follow(false).get("/desk/profile").then().statusCode(303);
    }

    /** It is about people and no case: the record shows it where no case is asked for. */
    @Test
    void whoWasAwayAndWhoStoodInStandsOnThePageOfTheRecord() throws InterruptedException {
        announce("developer", today, today.plusDays(2), "developer-2").then().statusCode(303);
        signedIn("developer").post("/desk/profile/return").then().statusCode(303);
        String page = "/desk/operations/triage/audit";

        String shown = signedIn("auditor").get(page).then().statusCode(200).extract().asString();
        assertThat(shown)
                .containsSubsequence(
                        "Absence ended or taken back",
                        "Absence and deputy announced",
                        "developer-2");
        signedIn("auditor")
                .get(page + "?lang=ja")
                .then()
                .body(containsString("不在と代理の登録"), containsString("対象者"));
        signedIn("auditor")
                .get(page + "?case=" + onTheTeam())
                .then()
                .body(not(containsString("Absence and deputy announced")));
        signedIn("auditor")
                .get(page + "?page=9999")
                .then()
                .statusCode(200)
                .body(containsString("Nothing is on record yet"));
    }
}
