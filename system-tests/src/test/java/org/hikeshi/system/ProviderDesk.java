package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.List;
import org.hikeshi.system.pages.Chromium;

/** The desk behind a provider, as its people use it in a browser. */
record ProviderDesk(Chromium chromium, URI origin, String issuer) {

    /**
     * A page with a form that anybody can fill who has the roles of the test's person.
     *
     * @param path deep link to it, or to a page whose first link in the table leads to it
     * @param link leads from there to the form; empty if the form is there
     * @param field selector of the field that is half written
     */
    record Form(String service, String path, String link, String field) {
        void write(Page tab) {
            if (!link.isEmpty()) {
                tab.locator(link).first().click();
                tab.waitForURL(url -> !url.endsWith(path));
            }
            tab.fill(field, text());
        }

        String text() {
            return "Half written at " + service;
        }
    }

    static final List<Form> FORMS =
            List.of(
                    new Form("intake", "/desk/reports", "main table a", "#text"),
                    new Form("triage", "/desk/emergency?lang=en", "", "#reason"),
                    new Form("release", "/desk/products/new?lang=en", "", "#versions"),
                    new Form("disclosure", "/desk/advisories?lang=en", "", "#caseId"),
                    new Form("notifier", "/desk/customers?lang=en", "", "#csv"));

    static String ownPage(String service) {
        return "/desk/operations/" + service;
    }

    String at(String path) {
        return origin + path;
    }

    /** A fresh one; what only adorns the provider's pages is not fetched. */
    BrowserContext browser() {
        BrowserContext browser = chromium.visitor(true, "en", 1280);
        String adornments = URI.create(issuer).resolve("/resources/").toString();
        browser.route(url -> url.startsWith(adornments), Route::abort);
        return browser;
    }

    void signIn(Page tab) {
        assertThat(tab.url()).startsWith(issuer);
        tab.fill("#username", KeycloakServer.NAME);
        tab.fill("#password", KeycloakServer.PASSWORD);
        tab.click("#kc-login");
        tab.waitForURL(origin + "/**");
    }

    /** Another browser with the session's cookies of this one. */
    BrowserContext copyOf(BrowserContext browser) {
        BrowserContext copy = browser();
        copy.addCookies(browser.cookies(origin.toString()));
        return copy;
    }

    boolean opens(Page tab, String service) {
        Response page = tab.navigate(at(ownPage(service)));
        return page.status() == 200 && tab.url().equals(at(ownPage(service)));
    }

    boolean asksAgain(Page tab, String path) {
        tab.navigate(at(path));
        return tab.url().startsWith(issuer);
    }

    private String session(BrowserContext browser) {
        return browser.cookies(origin.toString()).stream()
                .filter(one -> one.name.startsWith("q_session"))
                .map(one -> one.value)
                .reduce("", String::concat);
    }

    /** The service that is asked next renews a session whose tokens ran out. */
    void isRenewedUnseen(Form form, Page writing) {
        String before = session(writing.context());
        try (Page other = writing.context().newPage()) {
            assertThat(opens(other, form.service())).as(form.service()).isTrue();
        }
        assertThat(session(writing.context()))
                .as(form.service() + " renews the session")
                .isNotEmpty()
                .isNotEqualTo(before);
    }

    /** A form that is sent late survives, and so does the deep link of another page. */
    void asksAgainAndKeepsTheForm(Form form, Page writing) {
        writing.locator("main form button.primary").first().click();
        writing.waitForSelector("form#kept");
        assertThat(writing.content()).as(form.service()).doesNotContain(form.text());

        try (Page other = writing.context().newPage()) {
            assertThat(asksAgain(other, ownPage(form.service()) + "?lang=en"))
                    .as(form.service())
                    .isTrue();
            signIn(other);
            assertThat(other.url()).isEqualTo(at(ownPage(form.service()) + "?lang=en"));
        }
        writing.click("form#kept button.primary");
        assertThat(writing.locator("main form button.primary").innerText()).isEqualTo("Send again");
        writing.click("main form button.primary");
        writing.waitForURL(url -> !url.contains("/sign-in/kept"));
        assertThat(writing.content()).as(form.service() + " got it").contains(form.text());
    }
}
