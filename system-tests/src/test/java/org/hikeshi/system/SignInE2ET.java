package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hikeshi.system.pages.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The desk's people come in, go from service to service, change places, and leave. */
@Timeout(120)
class SignInE2ET {
    private final RunningSystem system = RunningSystem.get();

    @Test
    void afterSignOutTheBackButtonShowsNothing() throws Exception {
        try (Chromium chromium = Chromium.orSkip();
                BrowserContext visitor = chromium.visitor(true, "en", 1280)) {
            Page page = visitor.newPage();
            page.navigate(system.origin() + "/desk");
            assertThat(page.url()).endsWith("/sign-in?to=%2Fdesk");
            page.fill("#name", "security-office");
            page.fill("#password", system.password("security-office"));
            page.click("main button.primary");
            page.waitForURL("**/desk");
            assertThat(page.locator("header").innerText()).contains("security-office");

            page.click("header .signed-in button");
            page.waitForURL("**/sign-out");
            page.goBack();
            page.waitForLoadState();
            assertThat(page.url()).contains("/sign-in");
            assertThat(page.content()).doesNotContain("Signed in as");
        }
    }

    @Test
    void whoStartedTheTrialBecomesAnotherPersonWithOnePress() throws Exception {
        try (Chromium chromium = Chromium.orSkip();
                BrowserContext visitor = chromium.visitor(false, "ja", 390)) {
            Page page = visitor.newPage();
            page.setExtraHTTPHeaders(
                    Map.of("Authorization", DeskVisitor.basic(system, "it-operations")));
            for (String person : List.of("ciso", "developer-2")) {
                page.navigate(system.origin() + "/trial");
                page.click("form[action='/trial/as/" + person + "'] button");
                page.waitForURL("**/desk");
                assertThat(page.locator("header").innerText()).contains(person);
            }
        }
    }

    /** What the navigation shows opens, in whichever service it lies. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ciso",
                "security-office",
                "developer-2",
                "qa",
                "supply-chain",
                "communications",
                "legal",
                "it-operations",
                "auditor"
            })
    void everyLinkThatARoleIsShownOpens(String person) throws Exception {
        DeskVisitor visitor = DeskVisitor.as(system, person);
        List<String> links = visitor.navigation();
        assertThat(links).hasSizeGreaterThan(2).contains("/desk");
        List<String> closed = new ArrayList<>();
        for (String link : links) {
            HttpResponse<String> answer = visitor.get(link);
            if (answer.statusCode() != 200 || !answer.body().contains(person)) {
                closed.add(link + " " + answer.statusCode());
            }
        }
        assertThat(closed).isEmpty();
    }
}
