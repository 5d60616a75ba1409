package org.hikeshi.disclosure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.hikeshi.casefile.RunningParts;
import org.junit.jupiter.api.Test;

/** The same way through the forms of the desk. */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "disclosure"))
@QuarkusTestResource(DisclosureParts.class)
class DeskPagesIT {

    private static RequestSpecification as(String person, String language) {
        return given().redirects()
                .follow(false)
                .cookie("hikeshi-session", DisclosureParts.session(person))
                .cookie("lang", language);
    }

    @Test
    void fromTheEditorToTheApproval() throws InterruptedException {
        World world = World.scored();
        String id = world.drafted();
        String place = "/desk/advisories/" + id;
        String panel = "/desk/advisories/cases/" + world.caseId + "/panel";
        for (String language : List.of("ja", "en")) {
            for (String page : List.of("/desk/advisories", panel, place, place + "/edit")) {
                as("security-office", language)
                        .get(page)
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", equalTo("no-store"))
                        .body(containsString("<html lang=\"" + language + "\">"));
            }
            as("ciso", language).get(place + "/approval").then().statusCode(200);
        }
        as("security-office", "en")
                .header("HX-Request", "true")
                .get(panel)
                .then()
                .body(not(containsString("<html")))
                .body(not(containsString(World.SECRET_WORD)));
        as("security-office", "en")
                .get(place + "/preview?lang=en")
                .then()
                .body(containsString("This page is not public yet."))
                .body(containsString(World.SECRET_WORD));
        as("ciso", "en").get(place + "/edit").then().statusCode(404);
        as("developer-2", "en").get(place).then().statusCode(404);
        save(id, "CVE-1").then().statusCode(422).body(containsString("CVE-2026-0001"));
        save(id, "CVE-2026-12345").then().statusCode(303);
        assertThat(World.get(id).<String>path("vulnerabilities[0].cve"))
                .isEqualTo("CVE-2026-12345");
        for (String[] review :
                new String[][] {{"technical", "developer"}, {"qa", "qa"}, {"legal", "legal"}}) {
            as(review[1], "en")
                    .formParam("hash", World.hash(id))
                    .formParam("outcome", "accepted")
                    .post(place + "/reviews/" + review[0])
                    .then()
                    .statusCode(303);
        }
        as("ciso", "en")
                .formParam("hash", World.hash(id))
                .formParam("outcome", "changes-requested")
                .post(place + "/approval")
                .then()
                .statusCode(422)
                .body(containsString("Please say what should change."));
        as("ciso", "en")
                .formParam("hash", World.hash(id))
                .formParam("outcome", "accepted")
                .post(place + "/approval")
                .then()
                .statusCode(303);
        World.get(id).then().body("state", equalTo("approved"));
        as("security-office", "ja").get(place).then().statusCode(200);
        as("security-office", "en")
                .formParam("date", "tomorrow")
                .post(place + "/date")
                .then()
                .statusCode(422);
        as("qa", "en").post(place + "/hold").then().statusCode(303);
        World.get(id).then().body("held", equalTo(true));
    }

    private static io.restassured.response.Response save(String id, String cve) {
        RequestSpecification form =
                as("security-office", "en")
                        .formParam("hash", World.hash(id))
                        .formParam("affected", "EG-100 | | <2.4.1 | 2.4.1 | affected")
                        .formParam("vulnerabilities", cve + " | CWE-287 | | critical")
                        .formParam("credits", DisclosureParts.CREDIT);
        for (String language : List.of("ja", "en")) {
            form.formParam("texts." + language + ".title", World.SECRET_WORD)
                    .formParam("texts." + language + ".summary", World.SECRET_WORD)
                    .formParam("texts." + language + ".whatToDo", "2.4.1")
                    .formParam("remedy." + language, "2.4.1");
        }
        return form.post("/desk/advisories/" + id + "/edit");
    }
}
