package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.hikeshi.system.pages.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A draft stays on the device only where the reporter asked for it, and only until it is sent. */
@Timeout(120)
class ReportDraftE2ET {
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

    @Test
    void nothingIsKeptUnlessAsked() {
        Page page = form(true);
        page.fill("[name=description]", "not to be kept");
        page.reload();
        assertThat(page.inputValue("[name=description]")).isEmpty();
        assertThat(kept(page)).isZero();
    }

    @Test
    void anAskedForDraftSurvivesAReloadAndEndsWithSending() {
        Page page = form(true);
        page.check("#draft");
        page.fill("[name=description]", "typed before the train entered the tunnel");
        page.check("[name=contact][value=anonymous]");
        page.reload();
        assertThat(page.inputValue("[name=description]"))
                .isEqualTo("typed before the train entered the tunnel");
        assertThat(page.isChecked("[name=contact][value=anonymous]")).isTrue();
        assertThat(page.isChecked("#draft")).isTrue();
        page.click("main button.primary");
        page.waitForLoadState();
        assertThat(page.url()).endsWith("/report/received");
        assertThat(kept(page)).isZero();
    }

    @Test
    void clearingTheBoxRemovesTheDraft() {
        Page page = form(true);
        page.check("#draft");
        page.fill("[name=description]", "on second thoughts");
        page.uncheck("#draft");
        assertThat(kept(page)).isZero();
    }

    @Test
    void withoutScriptsTheBoxIsNotOffered() {
        assertThat(form(false).isVisible("#draft")).isFalse();
    }

    private Page form(boolean scripts) {
        Page page = chromium.visitor(scripts, "en", 1280).newPage();
        page.navigate(system.origin() + "/report");
        return page;
    }

    private static int kept(Page page) {
        return ((Number) page.evaluate("localStorage.length")).intValue();
    }
}
