package org.hikeshi.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PagesIT {

    @Test
    void aPageSpeaksTheLanguageTheVisitorChoseElseTheOneAccepted() {
        given().header("Accept-Language", "en-GB,en;q=0.9,ja;q=0.5")
                .get("/report")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("<title>Sample – Hikeshi product security desk</title>"));
        given().header("Accept-Language", "en")
                .cookie("lang", "ja")
                .get("/report")
                .then()
                .body(containsString("<title>見本 – Hikeshi 製品セキュリティ窓口</title>"));
        given().header("Accept-Language", "fr")
                .get("/report")
                .then()
                .body(containsString("<html lang=\"ja\">"));
        Response switched = given().cookie("lang", "ja").get("/report?lang=en");
        assertThat(switched.asString()).contains("<html lang=\"en\">");
        assertThat(switched.header("Set-Cookie")).contains("lang=en").contains("SameSite=Lax");
    }

    @Test
    void theLanguageSwitchOfAFormKeepsWhatWasTyped() {
        given().formParam("name", "<b>Aiko</b> & \"co\"")
                .formParam("lang", "en")
                .post("/report")
                .then()
                .statusCode(200)
                .header("Set-Cookie", containsString("lang=en"))
                .body(containsString("<html lang=\"en\">"))
                .body(containsString("value=\"&lt;b&gt;Aiko&lt;/b&gt; &amp; &quot;co&quot;\""));
    }

    @Test
    void aFailedFormBeginsItsTitleWithTheWordAndLinksToTheField() {
        given().formParam("name", "x")
                .cookie("lang", "ja")
                .post("/report")
                .then()
                .body(containsString("<title>エラー: 見本"))
                .body(containsString("href=\"#name\""))
                .body(containsString("aria-describedby=\"name-error name-hint\""));
    }

    @Test
    void absentAndForbiddenPagesAreOnePage() {
        given().cookie("lang", "ja")
                .get("/nothing/here")
                .then()
                .statusCode(404)
                .body(containsString("見つからないか、閲覧範囲の外です"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
    }

    @Test
    void aFailureNobodyForesawShowsANumberAndNothingElse() {
        given().cookie("lang", "en")
                .get("/broken")
                .then()
                .statusCode(500)
                .body(containsString("Number to quote"))
                .body(not(containsString("planted-secret")))
                .body(not(containsString("Exception")));
        given().get("/api/v1/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("unforeseen"))
                .body("incident.length()", equalTo(12))
                .body(not(containsString("planted-secret")));
    }

    @Test
    void staticFilesKeepTheirAddressForEver() {
        String page = given().get("/report").asString();
        String address = page.replaceFirst("(?s).*href=\"(/assets/[^\"]+hikeshi.css)\".*", "$1");
        given().get(address)
                .then()
                .statusCode(200)
                .contentType("text/css")
                .header("Cache-Control", "public, max-age=31536000, immutable");
        given().get("/assets/web/0000000000000000/hikeshi.css")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-cache");
        given().get("/assets/web/0000000000000000/none.css").then().statusCode(404);
    }

    private static io.restassured.specification.RequestSpecification asOperations() {
        return given().auth().preemptive().basic("it-operations", "correct-horse");
    }

    @Test
    void aDeskPageNamesThePersonAndOnlyWhatTheRoleMayOpen() {
        String page =
                asOperations()
                        .get("/api/v1/desk?lang=en")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(page)
                .contains("Signed in as it-operations", "action=\"/sign-out\"")
                .contains("href=\"/desk/operations\"")
                .doesNotContain("href=\"/desk/customers\"", "href=\"/report\"")
                .contains("It is the CISO’s turn", "At risk", "<h1>")
                .contains("hx-get=\"/desk/mail/cases/1/panel\"");
    }

    @Test
    void fetchedByAnotherPageItIsOnlyAPanel() {
        String page =
                asOperations()
                        .header("HX-Request", "true")
                        .get("/api/v1/desk?lang=en")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
        assertThat(page)
                .contains("<div class=\"panel-body\">", "<h2 class=\"visually-hidden\" data-focus>")
                .doesNotContain("<html", "<h1", "<nav", "/sign-out");
    }
}
