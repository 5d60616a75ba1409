package org.hikeshi.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ja|JA",
                "en-GB,en;q=0.9|EN",
                "fr,de;q=0.9,ja;q=0.1|JA",
                "en;q=0.1,ja;q=0.8|JA",
                "ja;q=0,en;q=0.5|EN",
                "JA-JP|JA",
                "fr|-",
                "*|-",
                ";;;q=|-",
                "''|-"
            })
    void theFirstOfOursInTheOrderOfWishes(String header, Language expected) {
        assertThat(Language.accepted(header).orElse(null)).isEqualTo(expected);
    }
}
