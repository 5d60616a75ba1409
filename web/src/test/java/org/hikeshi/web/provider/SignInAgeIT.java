package org.hikeshi.web.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import org.hikeshi.trust.SessionSeal.Session;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Since when a person is signed in, who it was, and what becomes of a form sent too late. */
@QuarkusTest
@TestProfile(ConnectedProvider.class)
class SignInAgeIT {

    private static final String DESK = "/desk/operations";
    private static final String LAST = "hikeshi-last";
    private static final String OTHER = "11111111-2d5e-4a3f-9a55-2a6f6f7d1c11";
    private static final String PROSE = "Half written, and worth more than forty characters";

    private final ScriptedProvider provider = ConnectedProvider.provider();
    private final HopByHop browser = new HopByHop();

    @BeforeEach
    void usual() {
        provider.tokensLive(300);
        provider.everybodyHas("it-operations");
        provider.everybodyIs(ScriptedProvider.PERSON);
        provider.saysProven(now -> now);
    }

    private void lastIs(String person, Duration ago) {
        Instant since = Instant.now().minus(ago);
        browser.cookies()
                .put(LAST, ConnectedProvider.seal().sealLast(new Session(person, since, since)));
    }

    @Test
    void whatTheProviderSaysOfTheProofBoundsTheSession() {
        provider.saysProven(now -> now.minus(Duration.ofHours(11)));
        assertThat(browser.signIn(DESK).statusCode()).isEqualTo(200);
        browser.cookies().clear();
        provider.saysProven(now -> now.minus(Duration.ofHours(12).plusMinutes(1)));
        assertThat(browser.signIn(DESK).statusCode()).isNotEqualTo(200);
    }

    @Test
    void aTimeToComeIsNoneAndOneThatAreNoSecondsIsAsIfLeftOut() {
        provider.saysProven(now -> now.plusSeconds(20));
        assertThat(browser.signIn(DESK).statusCode()).as("clocks differ").isEqualTo(200);
        browser.cookies().clear();
        provider.saysProven(now -> now.plus(Duration.ofMinutes(5)));
        assertThat(browser.signIn(DESK).statusCode()).isNotEqualTo(200);
        browser.cookies().clear();
        provider.saysProven(now -> Instant.ofEpochSecond(now.toEpochMilli()));
        assertThat(browser.signIn(DESK).statusCode()).isEqualTo(200);
        lastIs(ScriptedProvider.PERSON, Duration.ofHours(12).plusMinutes(1));
        assertThat(browser.go(DESK).statusCode()).isEqualTo(303);
    }

    /* The framework's cookie outlives a browser. */
    @Test
    void whoeverIsSignedInIsMarkedAgainWhereTheBrowserForgot() {
        browser.signIn(DESK);
        browser.cookies().remove(LAST);
        Cookie mark = browser.go(DESK).getDetailedCookie(LAST);
        assertThat(mark.getMaxAge()).isEqualTo(24 * 3600);
        assertThat(ConnectedProvider.seal().openLast(mark.getValue()))
                .hasValueSatisfying(
                        known -> assertThat(known.person()).isEqualTo(ScriptedProvider.PERSON));
        assertThat(browser.go(DESK).getDetailedCookie(LAST)).as("once").isNull();
        lastIs(OTHER, Duration.ZERO);
        assertThat(browser.go(DESK).getDetailedCookie(LAST)).isNotNull();
    }

    @Test
    void withoutItsWordTheFirstTokenBoundsTheSession() {
        provider.saysProven(now -> null);
        assertThat(browser.signIn(DESK).statusCode()).isEqualTo(200);
        assertThat(browser.go(DESK).statusCode()).isEqualTo(200);
        String first = browser.cookies().get(LAST);
        lastIs(ScriptedProvider.PERSON, Duration.ofHours(11));
        assertThat(browser.go(DESK).statusCode()).isEqualTo(200);
        lastIs(ScriptedProvider.PERSON, Duration.ofHours(12).plusMinutes(1));
        assertThat(browser.go(DESK).statusCode()).isEqualTo(303);
        lastIs(OTHER, Duration.ZERO);
        assertThat(browser.go(DESK).statusCode()).as("somebody else's").isEqualTo(303);
        browser.cookies().put(LAST, "AAAA");
        assertThat(browser.go(DESK).statusCode()).as("forged").isEqualTo(303);
        browser.cookies().remove(LAST);
        assertThat(browser.go(DESK).statusCode()).as("taken away").isEqualTo(303);
        browser.go("/sign-in/return?code=x&state=y");
        assertThat(browser.cookies()).as("nor begun anew with the old").doesNotContainKey(LAST);
        assertThat(first).isNotBlank();
    }

    @Test
    void signInsThatAreBrokenOffDoNotPileUp() {
        for (int begun = 0; begun < 10; begun++) {
            browser.go("/sign-in?to=" + DESK);
        }
        assertThat(browser.cookies().keySet().stream().filter(name -> name.startsWith("q_auth")))
                .hasSizeLessThanOrEqualTo(4)
                .isNotEmpty();
        assertThat(browser.signIn("/sign-in?to=" + DESK).statusCode()).isEqualTo(200);
    }

    private Response sentTooLate() {
        browser.signIn(DESK);
        browser.cookies().keySet().removeIf(name -> name.startsWith("q_session"));
        Response late =
                browser.asking()
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParam("text", PROSE)
                        .formParam("tag", "a")
                        .post("/desk/notes?from=board");
        late.then().statusCode(401).body(not(containsString(PROSE)));
        return late;
    }

    private Response opening(Response page, String language) {
        XmlPath html = page.htmlPath();
        String closed =
                html.getString("**.find { it.@type == 'hidden' && it.@name == 'kept' }.@value");
        var asked =
                browser.asking()
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParam("kept", closed);
        return (language.isEmpty() ? asked : asked.formParam("lang", language))
                .post("/sign-in/kept");
    }

    @Test
    void aLateFormOpensForItsSenderInEitherLanguage() {
        Response late = sentTooLate();
        Response stillOut = opening(late, "ja");
        stillOut.then().statusCode(401).body(containsString("最後にサインインされた方だけです"));
        browser.signIn(DESK);
        Response opened = opening(stillOut, "");
        opened.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("action=\"/desk/notes?from=board\""))
                .body(containsString(PROSE))
                .body(containsString("Send again"));
        opening(opened, "ja")
                .then()
                .statusCode(200)
                .body(containsString(PROSE))
                .body(containsString("もう一度送信する"));
    }

    @Test
    void andForNobodyElse() {
        Response late = sentTooLate();
        provider.everybodyIs(OTHER);
        browser.cookies().clear();
        browser.signIn(DESK);
        opening(late, "")
                .then()
                .statusCode(403)
                .body(not(containsString(PROSE)))
                .body(containsString("cannot be opened"));
    }
}
