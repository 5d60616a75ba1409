package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.hikeshi.system.ReporterClient.Reply;
import org.hikeshi.system.pages.Chromium;
import org.hikeshi.system.pages.PageChecks;
import org.hikeshi.system.pages.PageState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page that exists, in every state and both languages, before the machine's checks of a page;
 * screenshots for human eyes lie in {@code target/screens}.
 */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesE2ET {
    private static final Path SCREENS = Path.of("target", "screens");
    private static final Set<String> SECRETS = Set.of("Zebrafish", "poc-zebrafish");
    private static final String WORDS =
            "Zebrafish: the updater <b>accepts</b> unsigned images. 署名なしの画像を受け付けます。";

    private RunningSystem system;
    private Chromium chromium;

    @BeforeAll
    void opens() throws Exception {
        chromium = Chromium.orSkip();
        system = RunningSystem.get();
        Files.createDirectories(SCREENS);
    }

    @AfterAll
    void closes() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void passesEveryCheck(String name, PageState state) {
        assertThat(new PageChecks(chromium).check(state, page -> photograph(page, state)))
                .isEmpty();
    }

    List<Arguments> states() throws Exception {
        List<PageState> states = new ArrayList<>();
        for (String language : List.of("ja", "en")) {
            publicPages(states, language);
            trialPages(states, language);
        }
        return states.stream().map(state -> Arguments.of(state.name(), state)).toList();
    }

    private void publicPages(List<PageState> states, String language) throws Exception {
        Reply report =
                system.reporter()
                        .report("{\"description\":\"" + WORDS + "\",\"title\":\"Zebrafish\"}");
        String code = report.field("trackingCode");
        String key = report.field("accessKey");
        add(states, "home", language, page -> go(page, "/"));
        addForm(states, "report empty", language, page -> go(page, "/report"));
        addForm(states, "report error", language, this::formWithErrors);
        addForm(states, "report full", language, this::fullForm);
        add(states, "received", language, this::received);
        add(states, "received anonymous", language, this::receivedAnonymous);
        add(states, "received without cookie", language, page -> go(page, "/report/received"));
        add(states, "status sign-in", language, page -> go(page, "/status"));
        add(
                states,
                "status wrong",
                language,
                page -> signIn(page, "R-0000-0000-1", "0".repeat(26)));
        add(states, "status", language, page -> signIn(page, code, key));
        add(states, "not found", language, page -> go(page, "/report/nowhere"));
        // Answered by the origin itself, which has no organisation's name.
        states.add(
                new PageState(
                        "not routed, " + language,
                        language,
                        page -> go(page, "/nowhere"),
                        ".+ – Hikeshi",
                        2,
                        false,
                        SECRETS));
    }

    private void add(List<PageState> states, String name, String language, Consumer<Page> reach) {
        states.add(PageState.of(name + ", " + language, language, reach).withSecrets(SECRETS));
    }

    /** Nobody prints an empty form for its beauty, but it must not run away either. */
    private void addForm(
            List<PageState> states, String name, String language, Consumer<Page> reach) {
        states.add(
                PageState.of(name + ", " + language, language, reach)
                        .withSecrets(SECRETS)
                        .printingTo(6));
    }

    private void trialPages(List<PageState> states, String language) throws Exception {
        String address = FirstPromiseE2ET.address();
        system.reporter()
                .report(
                        "{\"description\":\"%s\",\"reporter\":{\"email\":\"%s\",\"language\":\"%s\"}}"
                                .formatted(WORDS, address, language));
        Waiting.until(
                "the acknowledgement is in the mailbox",
                Duration.ofSeconds(30),
                () -> !system.mailbox().to(address).isEmpty());
        String mail = system.mailbox().to(address).getFirst().id();
        String basic =
                Base64.getEncoder()
                        .encodeToString(
                                ("it-operations:" + system.password("it-operations"))
                                        .getBytes(StandardCharsets.UTF_8));
        Map<String, String> person = Map.of("Authorization", "Basic " + basic);
        Map<String, String> addresses =
                Map.of(
                        "trial",
                        "/trial",
                        "mailbox list",
                        "/mailbox?to=" + address,
                        "mailbox empty",
                        "/mailbox?to=nobody@example.com",
                        "mailbox mail",
                        "/mailbox/" + mail);
        addresses.forEach(
                (name, path) ->
                        states.add(
                                new PageState(
                                        name + ", " + language,
                                        language,
                                        page -> {
                                            page.setExtraHTTPHeaders(person);
                                            go(page, path);
                                        },
                                        ".+ – Hikeshi",
                                        3,
                                        // Seen by whoever started the trial, not by a reporter.
                                        true,
                                        SECRETS)));
    }

    private void go(Page page, String path) {
        page.navigate(system.origin() + path);
    }

    private void formWithErrors(Page page) {
        go(page, "/report");
        fill(page, "reporter.email", "Zebrafish no address");
        fill(page, "discoveredOn", "yesterday");
        submit(page);
    }

    private void fullForm(Page page) {
        go(page, "/report");
        for (String field :
                List.of(
                        "title",
                        "description",
                        "impact",
                        "reproduction",
                        "technicalDetails",
                        "tooling",
                        "exploitation.details",
                        "disclosurePlan.details",
                        "toldOthers",
                        "product.name",
                        "product.model",
                        "product.firmwareVersion",
                        "reporter.name",
                        "reporter.organisation",
                        "reporter.creditAs")) {
            fill(page, field, WORDS);
        }
        fill(page, "reporter.email", "finder@example.com");
    }

    private void received(Page page) {
        go(page, "/report");
        fill(page, "description", WORDS);
        fill(page, "product.name", "Zebrafish EG-100");
        fill(page, "reporter.email", FirstPromiseE2ET.address());
        page.setInputFiles(
                "input[type=file]",
                new FilePayload("poc-zebrafish.c", "text/plain", new byte[] {65, 10}));
        submit(page);
    }

    private void receivedAnonymous(Page page) {
        go(page, "/report");
        fill(page, "description", WORDS);
        fill(page, "reporter.name", "Zebrafish Taro");
        page.check("[name=contact][value=anonymous]");
        submit(page);
    }

    private void signIn(Page page, String code, String key) {
        go(page, "/status");
        page.fill("input[autocomplete=username]", code);
        page.fill("input[autocomplete=current-password]", key);
        submit(page);
    }

    /** Opens a folded part of the form first, as a person would. */
    private static void fill(Page page, String field, String value) {
        ReporterJourneyE2ET.fillIn(page, field, value);
    }

    private static void submit(Page page) {
        page.click("main button.primary");
        page.waitForLoadState();
    }

    /** The page that is checked, at the width of a desk and of a telephone. */
    private static void photograph(Page page, PageState state) {
        int checked = page.viewportSize().width;
        for (int width : List.of(1280, 390)) {
            page.setViewportSize(width, 900);
            String name = state.name().replaceAll("[^A-Za-z0-9]+", "-") + "-" + width + ".png";
            page.screenshot(
                    new Page.ScreenshotOptions().setPath(SCREENS.resolve(name)).setFullPage(true));
        }
        page.setViewportSize(checked, 900);
    }
}
