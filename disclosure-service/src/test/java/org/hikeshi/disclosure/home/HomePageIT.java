package org.hikeshi.disclosure.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.disclosure.DisclosureParts;
import org.junit.jupiter.api.Test;

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
    void speaksThePolicysFirstLanguageWhateverTheBrowserPrefers() {
        given().header("Accept-Language", "en")
                .get("/")
                .then()
                .statusCode(200)
                .body(containsString("<html lang=\"ja\">"))
                .body(holds("<title>窓口の案内 – .+ 製品セキュリティ窓口</title>"))
                .body(containsString("href=\"/report\""))
                .body(containsString("href=\"/status\""))
                .body(containsString("href=\"/policy\""))
                .body(containsString("href=\"/advisories\""));
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
