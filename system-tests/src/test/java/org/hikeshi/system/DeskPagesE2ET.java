package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hikeshi.launcher.demo.Story;
import org.hikeshi.system.pages.Chromium;
import org.hikeshi.system.pages.Finding;
import org.hikeshi.system.pages.PageChecks;
import org.hikeshi.system.pages.PageState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The desk's pages while one case is on its way and another has just been reported: whatever each
 * person can reach by links, one of each kind, in both languages, from 320 pixels up. What does not
 * pass lies as a screenshot in {@code target/screens}.
 */
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskPagesE2ET {
    private static final Path SCREENS = Path.of("target", "screens");

    /**
     * Up to the draft of the advisory: reviews, approval, date and publication are still to come.
     */
    private static final int STEPS = 12;

    /** Words of the story's report and assessment. */
    private static final Set<String> SECRETS = Set.of("password", "cookie", "CWE-287", "AV:N");

    private final Set<String> seen = new HashSet<>();
    private RunningSystem system;
    private Chromium chromium;

    @BeforeAll
    void tellsTheStory() throws Exception {
        chromium = Chromium.orSkip();
        system = RunningSystem.get();
        Files.createDirectories(SCREENS);
        Story story = new Story(Journey.door(system), Clock.systemUTC(), new Random(11));
        for (Story.Step step : story.steps().subList(0, STEPS)) {
            step.deed().run();
        }
        system.reporter()
                .report("{\"description\":\"The cookie\",\"reporter\":{\"name\":\"Kit\"}}");
        DeskVisitor office = DeskVisitor.as(system, "security-office");
        Waiting.until(
                "both cases and the draft are at the desk",
                Duration.ofSeconds(30),
                () ->
                        office.get("/desk?whose=all").body().contains("desk/advisories")
                                && office.get("/desk/cases?stage=received").body().contains("C-"));
    }

    @AfterAll
    void closes() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "security-office",
                "developer",
                "developer-2",
                "qa",
                "legal",
                "ciso",
                "it-operations",
                "communications",
                "supply-chain",
                "auditor"
            })
    void passTheChecksAsSeenBy(String person) throws Exception {
        DeskVisitor visitor = DeskVisitor.as(system, person);
        Map<String, String> kinds = visitor.everyKindOfPage();
        assertThat(kinds).hasSizeGreaterThan(2);
        kinds.keySet().removeIf(kind -> !seen.add(kind));
        List<String> found = new ArrayList<>();
        for (String language : List.of("ja", "en")) {
            try (BrowserContext browser = chromium.visitor(true, language, 1280)) {
                visitor.enter(browser, language);
                Page tab = browser.newPage();
                kinds.forEach((kind, path) -> found.addAll(look(tab, kind, path, language)));
            }
        }
        assertThat(found).isEmpty();
    }

    private List<String> look(Page tab, String kind, String path, String language) {
        PageState state = state(kind, path, language);
        List<Finding> found = new PageChecks(chromium).look(tab, state, isFirst(kind, language));
        if (!found.isEmpty()) {
            String name = (kind + "-" + language).replaceAll("[^A-Za-z0-9]+", "-") + ".png";
            tab.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(SCREENS.resolve("desk" + name))
                            .setFullPage(true));
        }
        return found.stream().map(one -> state.name() + ": " + one).toList();
    }

    /** The languages take turns in being looked at whole. */
    private static boolean isFirst(String kind, String language) {
        return language.equals(kind.hashCode() % 2 == 0 ? "ja" : "en");
    }

    /** A preview is the public page, shown to staff. */
    private PageState state(String kind, String path, String language) {
        String name = kind + ", " + language;
        if (path.endsWith("/preview")) {
            return PageState.of(name, language, tab -> go(tab, path + "?lang=" + language));
        }
        return PageState.of(name, language, tab -> go(tab, path)).withSecrets(SECRETS).forStaff();
    }

    private void go(Page tab, String path) {
        tab.navigate(system.origin() + path);
        if (tab.locator("[hx-trigger]").count() > 0) {
            // Panels that the page fetches.
            tab.waitForLoadState(LoadState.NETWORKIDLE);
        }
    }
}
