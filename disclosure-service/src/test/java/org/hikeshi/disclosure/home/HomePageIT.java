package org.hikeshi.disclosure.home;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import org.hamcrest.Matcher;
import org.hikeshi.casefile.RunningParts;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "disclosure"))
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
                .body(not(containsString("href=\"/advisories\"")));
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
    void anEmptyListSaysSoWithItsDateWeekdayAndZone() {
        given().get("/")
                .then()
                .body(
                        holds(
                                "20\\d\\d年\\d+月\\d+日\\([月火水木金土日]\\) \\d\\d:\\d\\d \\w+ 現在、公表済みの情報はありません。"));
        given().get("/?lang=en")
                .then()
                .body(
                        holds(
                                "Nothing has been published as of \\w{3} \\d+ \\w{3} 20\\d\\d, \\d\\d:\\d\\d"));
    }

    @Test
    void noFingerprintIsShownWhileMailIsNotRead() {
        given().get("/")
                .then()
                .body(not(containsString("PGP")))
                .body(not(containsString("指紋")))
                .body(not(containsString("mailto:")));
    }
}
