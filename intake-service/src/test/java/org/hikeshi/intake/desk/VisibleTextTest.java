package org.hikeshi.intake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void whatCannotBeSeenIsShown() {
        assertThat(VisibleText.of("invoice\u202efdp.exe")).isEqualTo("invoice⟦U+202E⟧fdp.exe");
        assertThat(VisibleText.of("a\u200bb\u0000c\u2066d\ufeff"))
                .isEqualTo("a⟦U+200B⟧b⟦U+0000⟧c⟦U+2066⟧d⟦U+FEFF⟧");
        assertThat(VisibleText.of("\u00a0\u3164")).isEqualTo("⟦U+00A0⟧⟦U+3164⟧");
    }

    @Test
    void whatCanBeSeenStays() {
        String text = "報告 <b>です</b>\n\tline two 😀\u3000全角";
        assertThat(VisibleText.of(text)).isEqualTo(text);
    }
}
