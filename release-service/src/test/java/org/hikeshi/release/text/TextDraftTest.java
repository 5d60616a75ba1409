package org.hikeshi.release.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.hikeshi.web.FieldError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDraftTest {

    private static TextDraft english(String text) {
        return new TextDraft("soon", Map.of("ja", "管理画面から。", "en", text));
    }

    @Test
    void howToGetItIsTaken() {
        assertThat(english("On the admin page.").errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fixes CVE-2026-1234.",
                "A buffer overflow in the parser",
                "Repairs a ＣＷＥ-79",
                "SQL Injection",
                "認証回避を直しました"
            })
    void whatNamesAWeaknessIsRefused(String text) {
        assertThat(english(text).errors())
                .extracting(FieldError::code)
                .containsExactly("names-weakness");
    }

    @Test
    void bothLanguagesAndAnUrgencyAreNeeded() {
        assertThat(new TextDraft("whenever", Map.of("ja", "画面から")).errors())
                .extracting(FieldError::pointer)
                .containsExactly("/urgency", "/how/en");
    }

    @Test
    void anotherLanguageIsNotDropped() {
        Map<String, String> how = Map.of("ja", "画面から", "en", "There.", "role", "ciso");
        assertThat(new TextDraft("soon", how).errors())
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.pointer()).isEqualTo("/how/role");
                            assertThat(error.code()).isEqualTo("unknown-field");
                            assertThat(error.accepted()).containsExactly("ja", "en");
                        });
    }
}
