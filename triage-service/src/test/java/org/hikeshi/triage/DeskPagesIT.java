package org.hikeshi.triage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.CaseId;
import org.hikeshi.trust.audit.AuditRow;
import org.hikeshi.trust.audit.JsonLines;
import org.junit.jupiter.api.Test;

/** The pages of the desk, as people use them: signed in by the form, step by step. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class DeskPagesIT {

    private static RequestSpecification signedIn(String name, String password) {
        String session =
                given().redirects()
                        .follow(false)
                        .formParam("name", name)
                        .formParam("password", password)
                        .post("/sign-in")
                        .cookie("hikeshi-session");
        assertThat(session).isNotBlank();
        return given().redirects()
                .follow(false)
                .cookie("hikeshi-session", session)
                .header("Accept-Language", "en");
    }

    private static RequestSpecification office() {
        return signedIn("security-office", "office-pass");
    }

    private static RequestSpecification auditor() {
        return signedIn("auditor", "auditor-pass");
    }

    private static String number(CaseId caseId) {
        return Cases.as("security-office")
                .get("/api/v1/cases/" + caseId)
                .jsonPath()
                .getString("number");
    }

    @Test
    void whatIsDueIsListedInBothLanguages() throws Exception {
        String number = number(Cases.received());

        office().get("/desk?whose=all")
                .then()
                .statusCode(200)
                .body(containsString(number))
                .body(containsString("Confirm the report"));
        office().header("Accept-Language", "ja")
                .get("/desk?lang=ja")
                .then()
                .statusCode(200)
                .body(containsString("担当者の確認"));
        office().get("/desk/cases?severity=unscored")
                .then()
                .statusCode(200)
                .body(containsString(number));
    }

    @Test
    void aCaseIsConfirmedAndScoredByItsForms() throws Exception {
        CaseId caseId = Cases.received();
        String page = "/desk/cases/" + number(caseId);

        office().get(page)
                .then()
                .statusCode(200)
                .body(containsString("Read the report and confirm it"))
                .body(containsString(page + "/confirmation"))
                .body(containsString("/desk/mail/cases/" + caseId + "/panel"));
        office().get(page + "/confirmation").then().statusCode(200);
        office().formParam("version", "0")
                .post(page + "/confirmation")
                .then()
                .statusCode(303)
                .header("Location", endsWith(page));
        office().get(page + "/assessment").then().statusCode(200);

        office().formParam("version", "0")
                .formParam("then", "score")
                .formParam("cvss31", Cases.CRITICAL + "/AV:N")
                .formParam("findings", "再現しました。")
                .formParam("notes", "kept <b>as typed</b>")
                .post(page + "/assessment")
                .then()
                .statusCode(422)
                .body(containsString("AV appears twice."))
                .body(containsString("kept &lt;b&gt;as typed&lt;/b&gt;"));
        office().formParam("version", "0")
                .formParam("then", "score")
                .formParam("cvss31", Cases.CRITICAL)
                .formParam("findings", "再現しました。")
                .post(page + "/assessment")
                .then()
                .statusCode(303);
        office().get(page)
                .then()
                .statusCode(200)
                .body(containsString("Critical"))
                .body(containsString("Record the CISO’s decision"))
                .body(not(containsString(page + "/decision")));
        for (String form :
                new String[] {"team", "plan", "deadline", "mark", "escalation", "closure"}) {
            office().get(page + "/" + form).then().statusCode(200);
        }
        signedIn("ciso", "ciso-pass")
                .formParam("version", "0")
                .formParam("decision", "acknowledged")
                .post(page + "/decision")
                .then()
                .statusCode(303);
    }

    @Test
    void theRecordOfACaseIsShownInWordsAndReadingItIsOnRecord() throws Exception {
        CaseId caseId = Cases.received();
        String frame = "/desk/audit?case=" + number(caseId);
        String panel = "/desk/operations/triage/audit?case=" + caseId;

        auditor()
                .get(frame)
                .then()
                .statusCode(200)
                .body(containsString("href=\"/desk/audit\""))
                .body(containsString("hx-get=\"/desk/operations/release/audit?case=" + caseId))
                .body(
                        containsString(
                                "hx-get=\"/desk/operations/intake/audit/identity?case=" + caseId));
        auditor().get(panel).then().statusCode(200).body(containsString("not run yet"));
        auditor()
                .get(panel + "&lang=en")
                .then()
                .statusCode(200)
                .body(containsString("Read the record"), containsString("auditor"));
        signedIn("ciso", "ciso-pass")
                .get(panel + "&lang=ja")
                .then()
                .statusCode(200)
                .body(containsString("監査記録の閲覧"));
        auditor().get("/desk/audit").then().statusCode(200);
        auditor().get("/desk/audit?case=C-1999-9999").then().statusCode(404);
        auditor().get("/desk/operations/triage/audit?case=x").then().statusCode(404);
        auditor().get("/desk/operations/other/audit").then().statusCode(404);
        for (String path : new String[] {"/desk/audit", frame, panel}) {
            signedIn("developer", "developer-pass").get(path).then().statusCode(404);
            signedIn("it-operations", "it-operations-pass").get(path).then().statusCode(404);
        }
    }

    /** Where the record can be taken, for those who may; by the session, as the link is pressed. */
    @Test
    void thePageOfTheRecordLeadsToItsLines() throws Exception {
        String lines = "/api/v1/operations/triage/audit";
        String link = "href=\"" + lines + "\" download";
        auditor()
                .get("/desk/operations/triage/audit?case=" + Cases.received())
                .then()
                .statusCode(200)
                .body(containsString(link));
        signedIn("ciso", "ciso-pass")
                .get("/desk/operations/triage/audit")
                .then()
                .body(containsString(link));
        office().get("/desk/operations/triage/audit")
                .then()
                .statusCode(200)
                .body(not(containsString(lines)));
        auditor()
                .get(lines)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("triage.rows.jsonl"));
    }

    @Test
    void theRecordCanBeTakenAsLinesAndThatIsOnRecord() throws Exception {
        auditor().get("/desk/operations/triage/audit?case=" + Cases.received());
        String lines = "/api/v1/operations/triage/audit";
        Said.await("chained", () -> !Cases.as("auditor").get(lines).asString().isEmpty());

        String all =
                Cases.as("auditor")
                        .get(lines)
                        .then()
                        .statusCode(200)
                        .header("Content-Type", containsString("application/jsonl"))
                        .extract()
                        .asString();
        List<AuditRow> rows = all.lines().map(line -> JsonLines.row(line).row()).toList();
        long taken = rows.getLast().sequence();
        assertThat(rows).hasSize((int) taken);
        Said.await(
                "the taking is on record after it",
                () -> {
                    String rest = Cases.as("ciso").get(lines + "?from=" + taken).asString();
                    return rest.startsWith(all.lines().toList().getLast())
                            && rest.contains("\"actor\":\"auditor\",\"action\":\"audit-read\"");
                });
        Cases.as("auditor").get(lines + "?from=0").then().statusCode(422);
        Cases.as("auditor").get("/api/v1/operations/other/audit").then().statusCode(404);
        for (String other : new String[] {"security-office", "developer", "it-operations"}) {
            Cases.as(other).get(lines).then().statusCode(404);
        }
    }

    @Test
    void whoIsNotOnTheCaseFindsNothing() throws Exception {
        String page = "/desk/cases/" + number(Cases.received());

        signedIn("developer", "developer-pass").get(page).then().statusCode(404);
        signedIn("auditor", "auditor-pass").get(page).then().statusCode(200);
        signedIn("auditor", "auditor-pass").get(page + "/confirmation").then().statusCode(404);
        given().redirects().follow(false).get(page).then().statusCode(303);
    }
}
