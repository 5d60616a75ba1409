package org.hikeshi.disclosure.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.disclosure.DisclosureParts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "disclosure"))
@QuarkusTestResource(DisclosureParts.class)
class HomePageIT {

    private static Matcher<String> holds(String pattern) {
        return matchesPattern(Pattern.compile(".*" + pattern + ".*", Pattern.DOTALL));
    }

    @Test
    void speaksThePolicysFirstLanguageWhereTheBrowserPrefersNone() {
        given().get("/")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"ja\">"))
                .body(holds("<title>窓口の案内 – .+ 製品セキュリティ窓口</title>"))
                .body(containsString("href=\"/report\""))
                .body(containsString("href=\"/status\""))
                .body(containsString("href=\"/policy\""))
                .body(containsString("href=\"/advisories\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/advisories", "/notices", "/policy", "/policy/1.0"})
    void thePublicSiteSpeaksTheVisitorsLanguage(String path) throws InterruptedException {
        Said.await("the site is there", () -> given().get(path).statusCode() == 200);
        assertThat(spoken(given(), path)).isEqualTo("ja");
        assertThat(spoken(given().header("Accept-Language", "fr"), path)).isEqualTo("ja");
        assertThat(spoken(given().header("Accept-Language", "en-GB"), path)).isEqualTo("en");
        assertThat(spoken(given().header("Accept-Language", "en").cookie("lang", "ja"), path))
                .isEqualTo("ja");
        assertThat(spoken(given().cookie("lang", "ja"), path + "?lang=en")).isEqualTo("en");
    }

    private static String spoken(RequestSpecification visitor, String path) {
        String page =
                visitor.get(path)
                        .then()
                        .statusCode(200)
                        .header("Vary", "Accept-Language, Cookie")
                        .extract()
                        .asString();
        return page.replaceFirst("(?s).*?<html lang=\"(..)\">.*", "$1");
    }

    @Test
    void theOtherLanguageIsOneLinkAwayAndRemembered() {
        given().get("/?lang=en")
                .then()
                .header("Set-Cookie", containsString("lang=en"))
                .body(containsString("<html lang=\"en\">"));
        given().cookie("lang", "en").get("/").then().body(containsString("<html lang=\"en\">"));
    }

    @Test
    void theFingerprintStandsWhereTheKeyIs() {
        given().get("/")
                .then()
                .body(containsString("href=\"/.well-known/openpgp-key.asc\""))
                .body(holds("([0-9A-F]{4} ){9}[0-9A-F]{4}"));
    }
}
