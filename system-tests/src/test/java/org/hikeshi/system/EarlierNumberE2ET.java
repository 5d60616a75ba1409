package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hikeshi.launcher.demo.Door;
import org.hikeshi.system.pages.Chromium;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever worked with a spreadsheet before finds its cases again by the numbers in it. */
@Timeout(60)
class EarlierNumberE2ET {
    private static final String NUMBER = "2025/E-17";

    private final RunningSystem system = RunningSystem.get();

    @Test
    void anImportedCaseIsFoundAndShownByTheNumberItHad() throws Exception {
        bringIn();
        DeskVisitor office = DeskVisitor.as(system, "security-office");
        String search = "/desk/cases?code=2025%2FE-17";
        Waiting.until(
                "the imported case is at the desk",
                Duration.ofSeconds(20),
                () -> office.get(search).body().contains("/desk/cases/C-"));
        try (Chromium chromium = Chromium.orSkip()) {
            for (String language : List.of("ja", "en")) {
                try (BrowserContext browser = chromium.visitor(true, language, 1280)) {
                    office.enter(browser, language);
                    String said = (language.equals("ja") ? "以前の番号 " : "Earlier number ") + NUMBER;
                    Page page = browser.newPage();
                    page.navigate(system.origin() + search);
                    assertThat(page.locator("main tbody tr").count()).isOne();
                    assertThat(page.locator("main tbody tr").innerText()).contains(said);
                    page.click("main tbody a");
                    assertThat(page.locator("h1").innerText()).contains("C-");
                    assertThat(page.locator("main").innerText()).contains(said);
                }
            }
        }
        assertThat(office.get("/desk/cases?code=2025%2FE-71").body())
                .doesNotContain("/desk/cases/C-");
    }

    private void bringIn() throws Exception {
        Instant received = Instant.now().minus(40, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        String list =
                "number,source,receivedAt,confirmedAt,closedAt,closure,title\r\n"
                        + "%s,desk,%s,%s,%s,out-of-scope,Old entry\r\n"
                                .formatted(
                                        NUMBER,
                                        received,
                                        received.plus(1, ChronoUnit.DAYS),
                                        received.plus(3, ChronoUnit.DAYS));
        Door.Answer answer =
                new Door(system.origin(), system.people())
                        .expect(
                                new Door.Call(
                                        "security-office",
                                        "POST",
                                        "/api/v1/reports/import",
                                        list.getBytes(StandardCharsets.UTF_8),
                                        Map.of("Content-Type", "text/csv")));
        assertThat(answer.body()).isNotEmpty();
    }
}
