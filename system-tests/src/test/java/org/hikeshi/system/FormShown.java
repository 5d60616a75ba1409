package org.hikeshi.system;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.hikeshi.launcher.demo.Door;

/** The report form as a finder reads it, before anything is filled in. */
record FormShown(Door door, String language) {
    static final String HARBOUR_JA = "善意の報告への約束";
    static final String HARBOUR_EN = "Safe harbour for good-faith reports";
    static final String SILENCE_JA = "公表までのお願い";
    static final String SILENCE_EN = "Our request until publication";
    static final String CONFIRMATION_JA = "担当者の確認";
    static final String CONFIRMATION_EN = "A person reads it and acts";

    /** In words only; marks are taken out. */
    String text() {
        Door.Answer answer =
                door.expect(
                        Door.Call.of(null, "GET", "/report", null)
                                .with("Accept", "text/html")
                                .with("Accept-Language", language));
        return new String(answer.body(), StandardCharsets.UTF_8)
                .replaceAll("(?s)<script.*?</script>|<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }

    void says(List<String> all, List<String> none) {
        Assertions.assertThat(text())
                .as("the form in " + language)
                .contains(all)
                .doesNotContain(none);
    }
}
