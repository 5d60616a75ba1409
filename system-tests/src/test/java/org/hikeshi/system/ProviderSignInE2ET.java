package org.hikeshi.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * A deployed workspace whose people come from Keycloak: one sign-in opens all five services, tokens
 * are renewed unseen, and when the provider or the person ends the session, every service asks
 * again and nothing that was typed is lost.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInE2ET {
    /* Somewhat more than a token lives. */
    private static final Duration TOKENS_END = Duration.ofSeconds(40);
    private static final Duration TOKEN =
            Duration.ofSeconds(KeycloakServer.TOKEN_SECONDS).plusMillis(1500);

    private DeployedDesk place;
    private ProviderDesk desk;
    private KeycloakServer keycloak;
    private CompletableFuture<Duration> keptOut;
    private CompletableFuture<String> refusal;

    @BeforeAll
    void starts() throws Exception {
        place = DeployedDesk.begin();
        desk = place.desk();
        keycloak = place.keycloak();
        // Beside the other tests, which wait for tokens most of their time.
        keptOut = meanwhile(this::keptOut);
        refusal =
                meanwhile(
                        () ->
                                place.refusal(
                                        "triage", Map.of("QUARKUS_OIDC_TLS_VERIFICATION", "none")));
    }

    @AfterAll
    void ends() throws Exception {
        if (place != null) {
            place.close();
        }
    }

    private static void awaitTheEndOfTokens() {
        Instant end = Instant.now().plus(TOKEN);
        Waiting.until("tokens run out", TOKENS_END, () -> Instant.now().isAfter(end));
    }

    /**
     * A browser for each service, so that none of them profits from what another one renewed or
     * refused before.
     */
    @Test
    void atEachServiceDeepLinksRenewalExpiryAndHalfWrittenFormsHold() throws Exception {
        Map<ProviderDesk.Form, Page> writing = new LinkedHashMap<>();
        for (ProviderDesk.Form form : ProviderDesk.FORMS) {
            Page tab = desk.browser().newPage();
            tab.navigate(desk.at(form.path()));
            desk.signIn(tab);
            assertThat(tab.url()).as(form.service()).isEqualTo(desk.at(form.path()));
            assertThat(tab.locator("header").innerText()).contains(KeycloakServer.NAME);
            form.write(tab);
            writing.put(form, tab);
        }
        awaitTheEndOfTokens();
        writing.forEach(desk::isRenewedUnseen);
        keycloak.endSessions();
        awaitTheEndOfTokens();
        writing.forEach(desk::asksAgainAndKeepsTheForm);
        writing.values().forEach(tab -> tab.context().close());
    }

    @Test
    void signingOutAtOneCountsAtEveryServiceForTheCopiedCookieToo() {
        try (BrowserContext browser = desk.browser()) {
            Page tab = browser.newPage();
            tab.navigate(desk.at("/desk"));
            desk.signIn(tab);
            Map<String, Page> thieves = new LinkedHashMap<>();
            for (String service : RunningSystem.SERVICES) {
                Page thief = desk.copyOf(browser).newPage();
                assertThat(desk.opens(thief, service)).as("good at " + service).isTrue();
                thieves.put(service, thief);
            }
            tab.navigate(desk.at(ProviderDesk.ownPage("release")));
            tab.click("header .signed-in button");
            tab.waitForURL(desk.at("/sign-out") + "**");
            assertThat(tab.locator("main").innerText()).contains("You have signed out");
            tab.goBack();
            tab.waitForLoadState();
            assertThat(tab.content()).doesNotContain("Signed in as");
            for (String service : RunningSystem.SERVICES) {
                assertThat(desk.asksAgain(tab, ProviderDesk.ownPage(service))).as(service).isTrue();
            }
            awaitTheEndOfTokens();
            thieves.forEach(
                    (service, thief) ->
                            assertThat(desk.asksAgain(thief, ProviderDesk.ownPage(service)))
                                    .as(service + " refuses the copied cookie")
                                    .isTrue());
            thieves.values().forEach(thief -> thief.context().close());
        }
    }

    @Test
    void theApisTakeItsTokensAndNoOthers() throws Exception {
        String foreign = keycloak.tokenForAnother();
        Map<String, String> good = new LinkedHashMap<>();
        for (String service : RunningSystem.SERVICES) {
            String api = "/api/v1/operations/" + service;
            String token = keycloak.token();
            String[] parts = token.split("\\.");
            good.put(api, token);
            assertThat(place.status(api, "Bearer " + token)).as(service).isEqualTo(200);
            assertThat(place.status(ProviderDesk.ownPage(service), "Bearer " + token))
                    .as("pages of " + service)
                    .isEqualTo(303);
            assertThat(place.status(api, "Bearer " + foreign)).as(service).isEqualTo(401);
            assertThat(place.status(api, "Bearer " + unsigned() + "." + parts[1] + "."))
                    .as(service)
                    .isEqualTo(401);
            String forged = parts[0] + "." + parts[1] + "." + swapped(parts[2]);
            assertThat(place.status(api, "Bearer " + forged)).as(service).isEqualTo(401);
        }
        awaitTheEndOfTokens();
        for (Map.Entry<String, String> old : good.entrySet()) {
            assertThat(place.status(old.getKey(), "Bearer " + old.getValue()))
                    .as(old.getKey())
                    .isEqualTo(401);
        }
    }

    private static String unsigned() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    }

    /* In the middle: the last character has bits that mean nothing. */
    private static String swapped(String signature) {
        char other = signature.charAt(40) == 'A' ? 'B' : 'A';
        return signature.substring(0, 40) + other + signature.substring(41);
    }

    @Test
    void nothingOfATrialIsThere() throws Exception {
        try (BrowserContext browser = desk.browser()) {
            Page tab = browser.newPage();
            tab.navigate(desk.at("/desk"));
            desk.signIn(tab);
            assertThat(tab.locator("p.trial").count()).isZero();
            assertThat(browser.cookies(desk.origin().toString()))
                    .isNotEmpty()
                    .allSatisfy(
                            one -> {
                                assertThat(one.secure).as(one.name).isTrue();
                                assertThat(one.httpOnly).as(one.name).isTrue();
                            })
                    .anySatisfy(one -> assertThat(one.name).isEqualTo("__Host-hikeshi-last"));
        }
        String basic = Base64.getEncoder().encodeToString("ciso:anything".getBytes(UTF_8));
        for (String service : RunningSystem.SERVICES) {
            assertThat(place.status("/api/v1/operations/" + service, "Basic " + basic))
                    .isEqualTo(401);
        }
        HttpResponse<String> form = place.form("/sign-in", "name=ciso&password=anything");
        assertThat(form.statusCode()).isEqualTo(404);
        assertThat(form.body()).doesNotContain("type=\"password\"");
        assertThat(form.headers().firstValue("Strict-Transport-Security")).isPresent();
        assertThat(place.status("/trial", "")).isEqualTo(404);
    }

    @Test
    void itRefusesToStartWithASettingThatWeakensTheSignIn() {
        assertThat(refusal.join())
                .doesNotStartWith("0")
                .contains("QUARKUS_OIDC_TLS_VERIFICATION: a deployed workspace");
    }

    @Test
    void whoeverGuessesAtKeycloakKeepsNobodyOutForLong() {
        assertThat(keptOut.join()).isLessThan(Duration.ofSeconds(15));
    }

    /** How long the person has to wait whose password somebody else tried forty times. */
    private Duration keptOut() throws Exception {
        for (int guess = 0; guess < 40; guess++) {
            assertThat(keycloak.signsIn("guess" + guess)).isFalse();
        }
        Instant began = Instant.now();
        Waiting.until(
                "the person signs in", TOKENS_END, () -> keycloak.signsIn(KeycloakServer.PASSWORD));
        return Duration.between(began, Instant.now());
    }

    private static <T> CompletableFuture<T> meanwhile(Callable<T> task) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return task.call();
                    } catch (Exception failed) {
                        throw new CompletionException(failed);
                    }
                });
    }
}
