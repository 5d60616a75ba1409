package org.hikeshi.web.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person comes in through the provider, stays, and leaves; each answer looked at by itself. */
@QuarkusTest
@TestProfile(ConnectedProvider.class)
class ProviderSessionIT {

    private static final String DESK = "/desk/operations";

    private final ScriptedProvider provider = ConnectedProvider.provider();
    private final HopByHop browser = new HopByHop();
    private final Map<String, String> cookies = browser.cookies();

    @BeforeEach
    void usual() {
        provider.tokensLive(300);
        provider.everybodyHas("it-operations", "offline_access");
        provider.everybodyIs(ScriptedProvider.PERSON);
        provider.saysProven(now -> now);
    }

    private RequestSpecification browser() {
        return browser.asking();
    }

    private Response go(String address) {
        return browser.go(address);
    }

    private Response signIn(String path) {
        return browser.signIn(path);
    }

    /** Asks again until it holds; each question takes its time. */
    private static void until(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    @Test
    void aDeepLinkLeadsThroughTheProviderAndBack() {
        Response asked = go(DESK + "?state=open");
        assertThat(asked.statusCode()).isEqualTo(303);
        assertThat(asked.header("Location"))
                .endsWith("/sign-in?to=%2Fdesk%2Foperations%3Fstate%3Dopen");
        Response sent = go(asked.header("Location"));
        assertThat(sent.statusCode()).isEqualTo(303);
        assertThat(sent.header("Location"))
                .startsWith(provider.address() + "/authorize?")
                .contains("code_challenge_method=S256", "nonce=", "max_age=43200")
                .doesNotContain("operations");
        Response page = signIn(sent.header("Location"));
        page.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Signed in as hanako"));
    }

    @Test
    void theCookieIsOneForAllServicesAndForNobodyElse() {
        Response answer = go("/sign-in?to=" + DESK);
        answer = go(answer.header("Location"));
        answer = go(answer.header("Location"));
        Cookie session =
                answer.getDetailedCookies().asList().stream()
                        .filter(one -> one.getName().startsWith("q_session"))
                        .findFirst()
                        .orElseThrow();
        assertThat(session.isHttpOnly()).isTrue();
        assertThat(session.getPath()).isEqualTo("/");
        assertThat(session.getSameSite()).isEqualToIgnoringCase("lax");
        assertThat(session.getValue()).doesNotContain("eyJzdWIi");
        assertThat(session.getMaxAge()).isEqualTo(300 + 1800);
        assertThat(answer.header("Location")).endsWith("/sign-in?to=" + DESK);
    }

    @Test
    void theSessionOpensTheApiTooAndAnotherRoleFindsNothing() {
        signIn(DESK);
        browser().get("/api/v1/operations/web").then().statusCode(200);
        cookies.clear();
        provider.everybodyHas("ciso");
        assertThat(signIn(DESK).statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasNoRoleIsToldSo() {
        provider.everybodyHas("somebody");
        signIn(DESK).then().statusCode(403).body(containsString("no role at this desk"));
        assertThat(go(DESK).statusCode()).as("nor does the session open a page").isNotEqualTo(200);
    }

    @Test
    void aSessionIsRenewedSilentlyUntilTheProviderEndsIt() {
        provider.tokensLive(1);
        signIn(DESK);
        provider.tokensLive(300);
        int before = provider.refreshed();
        until(
                () -> {
                    assertThat(go(DESK).statusCode()).isEqualTo(200);
                    return provider.refreshed() > before;
                });
        assertThat(go(DESK).statusCode()).isEqualTo(200);
        assertThat(provider.refreshed()).isEqualTo(before + 1);
    }

    @Test
    void afterTheProviderEndedItEverythingAsksAgainAndTheDeepLinkHolds() {
        provider.tokensLive(1);
        signIn(DESK);
        provider.sessionAlive(false);
        until(() -> browser().get(DESK).statusCode() == 303);
        browser().header("HX-Request", "true").get(DESK).then().statusCode(401);
        browser().get("/api/v1/operations/web").then().statusCode(401);
        assertThat(go(DESK + "?a=b").header("Location"))
                .endsWith("/sign-in?to=%2Fdesk%2Foperations%3Fa%3Db");
        provider.tokensLive(300);
        signIn(DESK).then().statusCode(200).body(containsString("Signed in as hanako"));
    }

    @Test
    void signingOutTakesTheCookieBackAndLeadsToTheProvidersExit() {
        signIn(DESK);
        browser().get("/sign-out").then().statusCode(200).body(containsString("Sign out?"));
        Response out = browser.remembered(browser().post("/sign-out"));
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.header("Location"))
                .startsWith(provider.exit() + "/logout?client_id=hikeshi&id_token_hint=")
                .contains("&post_logout_redirect_uri=", "%2Fsign-out");
        assertThat(cookies.keySet()).noneMatch(name -> name.startsWith("q_session"));
        assertThat(go(DESK).statusCode()).isEqualTo(303);
        browser().get("/sign-out").then().body(containsString("You have signed out"));
    }

    @Test
    void soItDoesWhenOursWasOverAlready() {
        signIn(DESK);
        cookies.keySet().removeIf(name -> name.startsWith("q_session"));
        assertThat(browser().post("/sign-out").header("Location"))
                .startsWith(provider.exit() + "/logout?client_id=hikeshi&post_logout_redirect_uri=")
                .doesNotContain("id_token_hint");
    }

    @Test
    void partsOfASessionThatTheFrameworkNeverGaveAreNotSeen() {
        for (String part : List.of("x", "", "99999999999", "1_x")) {
            cookies.put("q_session_chunk_" + part, "AAAA");
        }
        assertThat(go(DESK).statusCode()).isEqualTo(303);
        signIn(DESK).then().statusCode(200).body(containsString("Signed in as hanako"));
        assertThat(browser().post("/sign-out").statusCode()).isEqualTo(303);
    }

    @Test
    void aFormMayLeadToWhereTheProviderSignsInAndOutAndNowhereElse() {
        browser()
                .get("/report")
                .then()
                .header(
                        "Content-Security-Policy",
                        containsString(
                                "form-action 'self' %s %s;"
                                        .formatted(provider.address(), provider.exit())));
    }

    @Test
    void whoComesBackWithoutHavingLeftIsNotLedInCircles() {
        browser()
                .get("/sign-in/return?code=x&state=y")
                .then()
                .statusCode(401)
                .body(containsString("Signing in was not completed"));
        browser().get("/sign-in/return").then().statusCode(401);
    }

    @Test
    void aForgedSessionIsNobodys() {
        cookies.put("q_session", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..AAAA.BBBB.CCCC");
        assertThat(go(DESK).statusCode()).isEqualTo(303);
        cookies.put("q_session", "AAAA");
        browser().header("HX-Request", "true").get(DESK).then().statusCode(401);
        browser().get("/api/v1/operations/web").then().statusCode(401);
        browser().post("/sign-in/session").then().statusCode(401);
    }

    @Test
    void theWayToTheProviderNeverLeadsElsewhere() {
        Response page = signIn("/sign-in?to=//evil.example/");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(cookies.keySet()).anyMatch(name -> name.startsWith("q_session"));
        browser()
                .get("/sign-in?to=//evil.example/")
                .then()
                .statusCode(303)
                .header("Location", equalTo("/desk"));
    }
}
