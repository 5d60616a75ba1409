package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.hikeshi.parts.KeptMail;
import org.hikeshi.system.pages.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The first promise in a browser: a stranger reports, keeps code and key, reads the acknowledgement
 * and comes back. In both languages, with scripts and without.
 */
@Timeout(180)
class ReporterJourneyE2ET {
    private static Chromium chromium;

    private final RunningSystem system = RunningSystem.get();

    @BeforeAll
    static void opensABrowser() {
        chromium = Chromium.orSkip();
    }

    @AfterAll
    static void closesIt() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @ParameterizedTest(name = "{0}, scripts {1}")
    @CsvSource({"ja,false", "ja,true", "en,false", "en,true"})
    void aStrangerReportsAndComesBack(String language, boolean scripts) throws Exception {
        String address = FirstPromiseE2ET.address();
        Page page = visitor(language, scripts);
        page.navigate(system.origin() + "/");
        page.click("main a[href='/report']");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        page.fill("[name=description]", "The updater accepts unsigned images.");
        page.setInputFiles(
                "input[type=file]",
                new FilePayload(
                        "poc.c", "text/plain", "int main;".getBytes(StandardCharsets.UTF_8)));
        fillIn(page, "product.name", "EG-100");
        fillIn(page, "reporter.email", address);
        submit(page);

        assertThat(page.url()).isEqualTo(system.origin() + "/report/received");
        String shown = page.content();
        String code = FormPost.code(shown);
        String key = FormPost.key(shown);
        assertThat(TrackingCodes.isValid(code)).isTrue();
        page.reload();
        assertThat(page.content()).contains(code);
        assertThat(FormPost.key(page.content())).isEqualTo(key);
        page.navigate(
                system.origin() + "/report/received?lang=" + (language.equals("ja") ? "en" : "ja"));
        assertThat(FormPost.key(page.content())).isEqualTo(key);
        page.navigate(system.origin() + "/report/received?lang=" + language);

        KeptMail mail = mailTo(address);
        MimeMessage read = new MimeMessage(null, new ByteArrayInputStream(mail.raw()));
        assertThat(MailboxClient.text(read, "text/plain").orElse(""))
                .contains(code)
                .contains(system.origin() + "/status");
        signIn(page, code.toLowerCase(java.util.Locale.ROOT), key.replace('0', 'O'));
        assertThat(page.content())
                .contains(code)
                .contains(language.equals("ja") ? "受け付けました" : "Received");
        storesNothing(page, scripts);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ja", "en"})
    void anErrorKeepsWhatWasTypedAndTheFile(String language) {
        Page page = visitor(language, false);
        page.navigate(system.origin() + "/report");
        page.fill("[name=description]", "kept text");
        page.setInputFiles(
                "input[type=file]",
                new FilePayload("kept.bin", "application/octet-stream", new byte[1_000]));
        fillIn(page, "reporter.email", "no address");
        submit(page);
        assertThat(page.title()).startsWith(language.equals("ja") ? "エラー:" : "Error:");
        assertThat(page.locator("#errors a").count()).isPositive();
        assertThat(page.inputValue("[name=description]")).isEqualTo("kept text");
        assertThat(page.inputValue("[name='reporter.email']")).isEqualTo("no address");
        assertThat(page.textContent("main")).contains("kept.bin");
        fillIn(page, "reporter.email", FirstPromiseE2ET.address());
        submit(page);
        assertThat(page.url()).endsWith("/report/received");
        assertThat(system.reporter()).isNotNull();
    }

    @Test
    void anonymousWinsOverContactFieldsAndThePageSaysSo() throws Exception {
        String address = FirstPromiseE2ET.address();
        Page page = visitor("en", false);
        page.navigate(system.origin() + "/report");
        page.fill("[name=description]", "I would rather not say who I am");
        fillIn(page, "reporter.email", address);
        fillIn(page, "reporter.name", "Taro");
        page.check("[name=contact][value=anonymous]");
        submit(page);
        assertThat(page.url()).endsWith("/report/received");
        assertThat(page.textContent("main"))
                .containsIgnoringCase("anonymous")
                .doesNotContain(address);
        String marker = FirstPromiseE2ET.address();
        system.reporter()
                .report("{\"description\":\"x\",\"reporter\":{\"email\":\"" + marker + "\"}}");
        mailTo(marker);
        assertThat(system.mailFolder().mails()).noneMatch(mail -> mail.to().contains(address));
    }

    @Test
    void theReceiptOfThePageVerifies(@TempDir Path folder) throws Exception {
        org.assertj.core.api.Assumptions.assumeThat(OpenSsl.isInstalled())
                .as("openssl is installed")
                .isTrue();
        Page page = visitor("en", false);
        page.navigate(system.origin() + "/report");
        page.fill("[name=description]", "a receipt, please");
        submit(page);
        byte[] receipt = download(page, "receipt.txt");
        byte[] signature = download(page, "receipt.sig");
        byte[] report = download(page, "report.json");
        assertThat(new String(receipt, StandardCharsets.UTF_8))
                .contains(FormPost.code(page.content()))
                .containsIgnoringCase(FirstPromiseE2ET.sha256(report));
        assertThat(new String(report, StandardCharsets.UTF_8)).contains("a receipt, please");
        String key = system.reporter().get("/api/v1/receipt-key").field("publicKey");
        assertThat(OpenSsl.verifies(folder, key, receipt, signature)).isTrue();
    }

    private static byte[] download(Page page, String name) throws Exception {
        Download download = page.waitForDownload(() -> page.click("main a[href$='/" + name + "']"));
        return Files.readAllBytes(download.path());
    }

    @Test
    void signingOutLeavesNothingBehind() throws Exception {
        var reply = system.reporter().report("{\"description\":\"x\"}");
        Page page = visitor("en", true);
        signIn(page, reply.field("trackingCode"), reply.field("accessKey"));
        assertThat(page.content()).contains(reply.field("trackingCode"));
        page.click("form[action='/status/end'] button");
        page.waitForLoadState();
        page.goBack();
        assertThat(page.textContent("main")).doesNotContain(reply.field("trackingCode"));
    }

    private static Page visitor(String language, boolean scripts) {
        return chromium.visitor(scripts, language, 1280).newPage();
    }

    private void signIn(Page page, String code, String key) {
        page.navigate(system.origin() + "/status");
        page.fill("input[autocomplete=username]", code);
        page.fill("input[autocomplete=current-password]", key);
        submit(page);
    }

    /** Opens a folded part of the form first, as a person would. */
    static void fillIn(Page page, String field, String value) {
        var input = page.locator("[name='" + field + "']");
        var folded = page.locator("details:not([open])", new Page.LocatorOptions().setHas(input));
        if (folded.count() > 0) {
            folded.first().locator("summary").first().click();
        }
        input.fill(value);
    }

    private static void submit(Page page) {
        page.click("main button.primary");
        page.waitForLoadState();
    }

    private KeptMail mailTo(String address) {
        Waiting.until(
                "the acknowledgement is in the mailbox",
                Duration.ofSeconds(30),
                () ->
                        system.mailFolder().mails().stream()
                                .anyMatch(mail -> mail.to().contains(address)));
        return system.mailFolder().mails().stream()
                .filter(mail -> mail.to().contains(address))
                .findFirst()
                .orElseThrow();
    }

    private static void storesNothing(Page page, boolean scripts) {
        if (scripts) {
            assertThat(page.evaluate("localStorage.length + sessionStorage.length")).isEqualTo(0);
        }
    }
}
