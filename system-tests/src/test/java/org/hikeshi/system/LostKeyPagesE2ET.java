package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.function.Consumer;
import org.hikeshi.system.pages.Chromium;
import org.hikeshi.system.pages.PageChecks;
import org.hikeshi.system.pages.PageState;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages on the way to a new access key, before the checks of a page. */
@Timeout(120)
class LostKeyPagesE2ET {
    private final RunningSystem system = RunningSystem.get();

    @ParameterizedTest
    @ValueSource(strings = {"ja", "en"})
    void passTheChecks(String language) throws Exception {
        try (Chromium chromium = Chromium.orSkip();
                BrowserContext visitor = chromium.visitor(true, language, 1280)) {
            LostKey asked = LostKey.asked(system, language);
            List<Cookie> renewed = LostKey.asked(system, language).renewed();
            Page tab = visitor.newPage();
            PageChecks checks = new PageChecks(chromium);
            for (PageState state :
                    List.of(
                            state("lost key", language, page -> go(page, "/status/lost")),
                            state("asked", language, page -> sendCode(page, "/status/lost")),
                            state("link", language, page -> go(page, asked.link())),
                            state("wrong code", language, page -> sendCode(page, asked.link())),
                            state("link over", language, page -> go(page, "/status/open/none")),
                            state("new key", language, page -> newKey(page, renewed)))) {
                assertThat(checks.look(tab, state, true)).as(state.name()).isEmpty();
            }
        }
    }

    private static PageState state(String name, String language, Consumer<Page> reach) {
        return PageState.of(name + ", " + language, language, reach);
    }

    private void go(Page page, String path) {
        page.navigate(system.origin() + path);
    }

    /** A code that does not exist. */
    private void sendCode(Page page, String path) {
        go(page, path);
        page.fill("[name=code]", "R-0000-0000-1");
        page.click("main button.primary");
    }

    private void newKey(Page page, List<Cookie> renewed) {
        page.context().addCookies(renewed);
        go(page, "/status/new-key");
    }
}
