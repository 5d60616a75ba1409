package org.hikeshi.system.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The system's Chromium, headless; nothing is downloaded. One per test class is enough. */
public final class Chromium implements AutoCloseable {

    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable, List<String> flags) {
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setArgs(flags));
    }

    /**
     * Where Chromium lies on this machine, if it does: {@code HIKESHI_CHROMIUM} or the usual
     * places.
     */
    public static Optional<Path> found() {
        String named = System.getenv("HIKESHI_CHROMIUM");
        return Stream.of(
                        named == null ? "/usr/bin/chromium" : named,
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts it, or skips the calling test with a reason that says what to install. */
    public static Chromium orSkip() {
        return orSkip(QUIET);
    }

    /**
     * The same, and takes one certificate that no authority of this machine vouches for.
     *
     * @param pin base64 of the SHA-256 of its public key
     */
    public static Chromium trusting(String pin) {
        return orSkip(
                Stream.concat(
                                QUIET.stream(),
                                Stream.of("--ignore-certificate-errors-spki-list=" + pin))
                        .toList());
    }

    private static Chromium orSkip(List<String> flags) {
        Optional<Path> executable = found();
        Assumptions.assumeTrue(
                executable.isPresent(),
                "skipped: no Chromium on this machine (Debian: apt install chromium fonts-noto-cjk)");
        return new Chromium(executable.orElseThrow(), flags);
    }

    /** A fresh profile: no cookies, empty storage. */
    public BrowserContext visitor(boolean scripts, String language, int width) {
        return browser.newContext(
                new Browser.NewContextOptions()
                        .setJavaScriptEnabled(scripts)
                        .setLocale(language.equals("ja") ? "ja-JP" : "en-GB")
                        .setTimezoneId("Asia/Tokyo")
                        .setViewportSize(width, 900));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
