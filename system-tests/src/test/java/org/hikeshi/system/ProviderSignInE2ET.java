package org.hikeshi.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.hikeshi.parts.Secrets;
import org.hikeshi.system.pages.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The desk's people come from Keycloak: one sign-in opens all five services, tokens are renewed
 * unseen, and when the provider or the person ends the session, every service asks again.
 */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderSignInE2ET {
    /* Somewhat more than a token lives. */
    private static final Duration TOKENS_END = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Launcher launcher = Launcher.inFolder("provider");
    private Chromium chromium;
    private KeycloakServer keycloak;

    @BeforeAll
    void starts() throws Exception {
        chromium = Chromium.orSkip();
        String secret = Secrets.random();
        Path file = Files.createFile(launcher.home().resolve("oidc.secret"));
        Files.writeString(file, secret);
        keycloak = KeycloakServer.begin(launcher.home(), launcher.origin(), secret);
        Runtime.getRuntime().addShutdownHook(new Thread(launcher::end));
        // The services come up while the provider does not answer yet.
        launcher.with("HIKESHI_OIDC_SERVER", keycloak.issuer())
                .with("HIKESHI_OIDC_SECRET_FILE", file.toString())
                .up();
        keycloak.awaitReady();
    }

    @AfterAll
    void ends() {
        if (chromium != null) {
            chromium.close();
        }
        launcher.end();
        if (keycloak != null) {
            keycloak.close();
        }
        http.close();
    }

    private String at(String path) {
        return launcher.origin() + path;
    }

    private static String ownPage(String service) {
        return "/desk/operations/" + service;
    }

    private void signIn(Page tab) {
        assertThat(tab.url()).startsWith(keycloak.issuer());
        tab.fill("#username", KeycloakServer.NAME);
        tab.fill("#password", KeycloakServer.PASSWORD);
        tab.click("#kc-login");
        tab.waitForURL(launcher.origin() + "/**");
    }

    private boolean asksAgain(Page tab, String path) {
        tab.navigate(at(path));
        return tab.url().startsWith(keycloak.issuer());
    }

    @Test
    void oneSignInOpensTheDeskOfAllFiveServices() {
        try (BrowserContext browser = chromium.visitor(true, "en", 1280)) {
            Page tab = browser.newPage();
            tab.navigate(at("/desk/cases?stage=received"));
            signIn(tab);
            assertThat(tab.url()).isEqualTo(at("/desk/cases?stage=received"));
            assertThat(tab.locator("header").innerText()).contains(KeycloakServer.NAME);
            for (String service : RunningSystem.SERVICES) {
                Response page = tab.navigate(at(ownPage(service)));
                assertThat(page.status()).as(service).isEqualTo(200);
                assertThat(tab.url()).isEqualTo(at(ownPage(service)));
            }
        }
    }

    @Test
    void tokensAreRenewedUnseenUntilTheProviderEndsTheSession() throws Exception {
        try (BrowserContext browser = chromium.visitor(true, "en", 1280)) {
            Page tab = browser.newPage();
            tab.navigate(at("/desk"));
            signIn(tab);
            String first = session(browser);
            Waiting.until(
                    "a service renews the session",
                    TOKENS_END,
                    () -> {
                        assertThat(tab.navigate(at(ownPage("notifier"))).status()).isEqualTo(200);
                        assertThat(tab.url()).isEqualTo(at(ownPage("notifier")));
                        return !session(browser).equals(first);
                    });
            keycloak.endSessions();
            String deep = ownPage("release") + "?lang=en";
            Waiting.until("the session ends", TOKENS_END, () -> asksAgain(tab, deep));
            signIn(tab);
            assertThat(tab.url()).isEqualTo(at(deep));
        }
    }

    @Test
    void signingOutCountsAtEveryServiceForTheCopiedCookieToo() {
        List<Cookie> copied;
        try (BrowserContext browser = chromium.visitor(true, "en", 1280)) {
            Page tab = browser.newPage();
            tab.navigate(at("/desk"));
            signIn(tab);
            copied = browser.cookies(launcher.origin().toString());
            tab.click("header .signed-in button");
            tab.waitForURL(at("/sign-out") + "**");
            assertThat(tab.locator("main").innerText()).contains("You have signed out");
            for (String service : RunningSystem.SERVICES) {
                assertThat(asksAgain(tab, ownPage(service))).as(service).isTrue();
            }
        }
        for (String service : RunningSystem.SERVICES) {
            Waiting.until(
                    service + " refuses the copied cookie",
                    TOKENS_END,
                    () -> {
                        try (BrowserContext thief = chromium.visitor(true, "en", 1280)) {
                            thief.addCookies(
                                    copied.stream()
                                            .filter(one -> one.name.startsWith("q_session"))
                                            .toList());
                            return asksAgain(thief.newPage(), ownPage(service));
                        }
                    });
        }
    }

    @Test
    void theApisTakeItsTokensAndNoOthers() throws Exception {
        String good = keycloak.token();
        String[] parts = good.split("\\.");
        String none =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8));
        for (String service : RunningSystem.SERVICES) {
            String api = "/api/v1/operations/" + service;
            assertThat(status(api, keycloak.token())).as(service).isEqualTo(200);
            assertThat(status(api, keycloak.tokenForAnother())).as(service).isEqualTo(401);
            assertThat(status(api, none + "." + parts[1] + ".")).as(service).isEqualTo(401);
            assertThat(status(api, parts[0] + "." + parts[1] + "." + swapped(parts[2])))
                    .as(service)
                    .isEqualTo(401);
            Waiting.until(
                    service + " refuses the token that ran out",
                    TOKENS_END,
                    () -> status(api, good) == 401);
        }
    }

    /* In the middle: the last character has bits that mean nothing. */
    private static String swapped(String signature) {
        char other = signature.charAt(40) == 'A' ? 'B' : 'A';
        return signature.substring(0, 40) + other + signature.substring(41);
    }

    private int status(String path, String token) throws Exception {
        HttpRequest asked =
                HttpRequest.newBuilder(URI.create(at(path)))
                        .header("Authorization", "Bearer " + token)
                        .build();
        return http.send(asked, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private String session(BrowserContext browser) {
        return browser.cookies(launcher.origin().toString()).stream()
                .filter(one -> one.name.startsWith("q_session"))
                .map(one -> one.value)
                .reduce("", String::concat);
    }
}
