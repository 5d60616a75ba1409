package org.hikeshi.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhereToLookTest {
    private static final WhereToLook STORY =
            new WhereToLook("R-1", "KEY", "c-1", "EX-SA-2026-0000", "http://localhost:1");

    @Test
    void bothLanguagesNameTheSame() {
        for (boolean japanese : new boolean[] {true, false}) {
            assertThat(String.join("\n", STORY.lines(japanese)))
                    .contains(
                            "R-1",
                            "KEY",
                            "http://localhost:1/status",
                            "http://localhost:1/desk/cases/c-1",
                            "http://localhost:1/advisories/EX-SA-2026-0000",
                            "http://localhost:1/mailbox");
        }
    }

    @Test
    void englishIsEnglish() {
        assertThat(String.join("\n", STORY.lines(false)))
                .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    }
}
