package org.hikeshi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @Test
    void argumentsGoWhereTheSentencePutsThemAndApostrophesStay() throws IOException {
        Words words =
                WordsFile.of(new StringReader("a.ja={1}の{0}\na.en={0} of {1}, we don't say {x}"));

        assertThat(words.say(Language.JA, "a", "期日", 3)).isEqualTo("3の期日");
        assertThat(words.say(Language.EN, "a", "date {1}", 3))
                .isEqualTo("date {1} of 3, we don't say {x}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a.ja=あ|not written in both",
                "a.en=a|not written in both",
                "a.ja=あ;a.en= |not written in both",
                "a.ja=あ;a.en=漢字|holds Japanese",
                "a.ja=あ;a.en=full\uff0cwidth|holds Japanese",
                "a.ja={0};a.en=a|other arguments",
                "a.ja=あ;a.en=a;a.en=b|written twice",
                "a.fr=a|ends neither",
                "ja=a|ends neither"
            })
    void aFileThatCannotBeSpokenIsRefused(String lines, String reason) {
        assertThatThrownBy(() -> WordsFile.of(new StringReader(lines.replace(';', '\n'))))
                .hasMessageContaining(reason);
    }

    @Test
    void everyRefusalOfThisModuleHasWords() {
        Words words = Words.ofClassPath();

        assertThat(
                        Stream.of(
                                "address",
                                "bad-request",
                                "fields",
                                "foreign-page",
                                "headers-too-large",
                                "host-missing",
                                "host-unknown",
                                "address-too-long",
                                "malformed-json",
                                "media-type",
                                "method-not-allowed",
                                "not-acceptable",
                                "not-found",
                                "sign-in-failed",
                                "sign-in-needed",
                                "too-large",
                                "too-many-attempts",
                                "too-slow",
                                "unavailable",
                                "unforeseen"))
                .allMatch(code -> words.knows("problem." + code));
    }

    @Test
    void anUnknownKeyIsAFaultNotAnEmptyPlace() {
        assertThatThrownBy(() -> Words.ofClassPath().say(Language.EN, "no.such.key"))
                .hasMessageContaining("no.such.key");
    }
}
