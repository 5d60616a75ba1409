package org.hikeshi.system;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A headless Chromium of this machine; tests without one say that they were skipped. */
final class Browser implements AutoCloseable {
    private static final Path SCREENS = Path.of("target", "screens");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Path executable) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(
                                                List.of(
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync")));
    }

    /** Skips the test, in words, where no Chromium is installed. */
    static Browser open() {
        List<Path> installed =
                Stream.of(
                                "/usr/bin/chromium",
                                "/usr/bin/chromium-browser",
                                "/usr/bin/google-chrome")
                        .map(Path::of)
                        .filter(Files::isExecutable)
                        .toList();
        assumeThat(installed).as("a Chromium is installed").isNotEmpty();
        return new Browser(installed.getFirst());
    }

    /**
     * A visitor of its own, without any cookie.
     *
     * @param language {@code ja} or {@code en}, as the browser asks for it
     */
    Page visitor(String language, boolean scripts) {
        BrowserContext context =
                chromium.newContext(
                        new com.microsoft.playwright.Browser.NewContextOptions()
                                .setJavaScriptEnabled(scripts)
                                .setLocale(language.equals("ja") ? "ja-JP" : "en-GB")
                                .setViewportSize(1100, 900));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** The whole page as {@code target/screens/<name>.png}, for human eyes. */
    static void photograph(Page page, String name) {
        try {
            Files.createDirectories(SCREENS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(SCREENS.resolve(name + ".png"))
                        .setFullPage(true));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
