package org.hikeshi.web.signin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person comes in through the form, looks at the desk, and leaves. */
@QuarkusTest
class SessionIT {

    private static final String DESK = "/desk/operations";

    private static RequestSpecification browser() {
        return given().redirects().follow(false).header("Accept-Language", "en");
    }

    private static Response signIn(String name, String password, String to) {
        return browser()
                .formParam("name", name)
                .formParam("password", password)
                .formParam("to", to)
                .post("/sign-in");
    }

    @Test
    void aPageWithoutSessionLeadsToTheFormAndFromThereBack() {
        Response asked = browser().get(DESK + "?state=open&to=x");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location"))
                .endsWith("/sign-in?to=%2Fdesk%2Foperations%3Fstate%3Dopen%26to%3Dx");
        browser()
                .queryParam("to", DESK + "?state=open")
                .get("/sign-in")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("name=\"to\" value=\"/desk/operations?state=open\""));
        Response done = signIn("it-operations", "correct-horse", DESK + "?state=open");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith(DESK + "?state=open");
        assertThat(done.getDetailedCookie(Sessions.COOKIE).isHttpOnly()).isTrue();
        assertThat(done.getDetailedCookie(Sessions.COOKIE).isSecured()).isFalse();
        assertThat(done.getDetailedCookie(Sessions.COOKIE).getSameSite()).isEqualTo("Lax");
        String session = done.cookie(Sessions.COOKIE);
        browser()
                .cookie(Sessions.COOKIE, session)
                .get(DESK)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Signed in as it-operations"));
    }

    @Test
    void theSessionOpensTheApiTooAndForbiddenStaysNotFound() {
        String operations = signIn("it-operations", "correct-horse", "").cookie(Sessions.COOKIE);
        String ciso = signIn("ciso", "other-person", "").cookie(Sessions.COOKIE);
        browser()
                .cookie(Sessions.COOKIE, operations)
                .get("/api/v1/operations/web")
                .then()
                .statusCode(200);
        browser().cookie(Sessions.COOKIE, ciso).get(DESK).then().statusCode(404);
        browser()
                .cookie(Sessions.COOKIE, ciso)
                .get("/api/v1/operations/web")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void basicOpensNoPageAndAForgedCookieNeither() {
        browser()
                .auth()
                .preemptive()
                .basic("it-operations", "correct-horse")
                .get(DESK)
                .then()
                .statusCode(303);
        browser().cookie(Sessions.COOKIE, "AAAA").get(DESK).then().statusCode(303);
        browser()
                .cookie(Sessions.COOKIE, "AAAA")
                .get("/api/v1/operations/web")
                .then()
                .statusCode(401);
    }

    @Test
    void whatAPageFetchesOrSendsWithoutSessionIsToldSo() {
        browser().header("HX-Request", "true").get(DESK).then().statusCode(401);
        browser().post(DESK).then().statusCode(405);
    }

    @Test
    void aWrongPasswordKeepsTheNameAndSaysOneSentence() {
        Response wrong = signIn("ciso", "planted-password", "/desk");
        wrong.then()
                .statusCode(422)
                .body(containsString("<title>Error: Sign in"))
                .body(containsString("value=\"ciso\""))
                .body(containsString("We cannot match this name and password."))
                .body(not(containsString("planted-password")));
        assertThat(wrong.cookie(Sessions.COOKIE)).isNull();
        assertThat(signIn("nobody-such", "x", "/desk").statusCode()).isEqualTo(422);
    }

    @Test
    void guessingBrakesTheGuesserNotAPersonWhoWasHereBefore() {
        String known =
                signIn("security-office-2", "battery-staple", "").cookie(Sessions.BROWSER_COOKIE);
        for (int guess = 0; guess < 10; guess++) {
            signIn("security-office-2", "guess" + guess, "");
        }
        signIn("security-office-2", "battery-staple", "")
                .then()
                .statusCode(429)
                .header("Retry-After", "60");
        browser()
                .cookie(Sessions.BROWSER_COOKIE, known)
                .formParam("name", "security-office-2")
                .formParam("password", "battery-staple")
                .post("/sign-in")
                .then()
                .statusCode(303);
        assertThat(signIn("ciso", "other-person", "").statusCode()).isEqualTo(303);
    }

    @Test
    void anotherSitesFormSignsNobodyIn() {
        browser()
                .header("Origin", "https://elsewhere.example")
                .formParam("name", "ciso")
                .formParam("password", "other-person")
                .post("/sign-in")
                .then()
                .statusCode(403);
    }

    @Test
    void whoWantsToStayGetsAnotherHalfHour() {
        String session = signIn("ciso", "other-person", "").cookie(Sessions.COOKIE);
        Response stays = browser().cookie(Sessions.COOKIE, session).post("/sign-in/session");
        assertThat(stays.statusCode()).isEqualTo(204);
        assertThat(stays.cookie(Sessions.COOKIE)).isNotBlank().isNotEqualTo(session);
        browser().post("/sign-in/session").then().statusCode(401);
    }

    @Test
    void signingOutTakesTheCookieBack() {
        String session = signIn("ciso", "other-person", "").cookie(Sessions.COOKIE);
        browser()
                .cookie(Sessions.COOKIE, session)
                .get("/sign-out")
                .then()
                .statusCode(200)
                .body(containsString("Sign out?"));
        Response out = browser().cookie(Sessions.COOKIE, session).post("/sign-out");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.getDetailedCookie(Sessions.COOKIE).getMaxAge()).isZero();
        browser().get("/sign-out").then().body(containsString("You have signed out"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/sign-out",
                "desk",
                ""
            })
    void noAddressElsewhereIsFollowed(String to) {
        assertThat(signIn("ciso", "other-person", to).header("Location")).endsWith("/desk");
        assertThat(LocalPath.orDesk(to)).isEqualTo("/desk");
    }
}
