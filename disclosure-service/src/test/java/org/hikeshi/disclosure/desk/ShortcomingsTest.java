package org.hikeshi.disclosure.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hikeshi.disclosure.advisory.Lack;
import org.hikeshi.disclosure.csaf.CsafRule;
import org.hikeshi.policy.Precondition;
import org.hikeshi.web.Language;
import org.hikeshi.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody at the desk reads a code: each stands for a sentence in both languages. */
class ShortcomingsTest {
    /** A code that is given to {@code FieldError.at}, however the lines are broken. */
    private static final Pattern CODE =
            Pattern.compile("FieldError\\s*\\.at\\([^;]*?,\\s*\"([a-z][a-z0-9-]+)\"");

    /** A code that a reader passes on: {@code form(at, text, CVE, "cve-form")}. */
    private static final Pattern FORM = Pattern.compile("\"([a-z]+-form)\"");

    private final Words words = Words.ofClassPath();

    private final Shortcomings ja = new Shortcomings(words, Language.JA);
    private final Shortcomings en = new Shortcomings(words, Language.EN);

    @ParameterizedTest
    @EnumSource(Lack.class)
    void whatIsMissingIsSaidWithTheFieldToFill(Lack lack) {
        String japanese = ja.lack(lack.code() + ".en");
        String english = en.lack(lack.code() + ".en");
        assertThat(japanese).endsWith("。").containsAnyOf("「", "方針ファイル", "受付");
        assertThat(english).endsWith(".").containsAnyOf("\"", "policy file", "intake");
        assertThat(japanese + english).doesNotContain("{0}", ".en");
    }

    @Test
    void theLanguageIsNamedInTheReadersOwn() {
        assertThat(ja.lack("workaround.en")).isEqualTo("英語の「回避方法」を入力してください。");
        assertThat(en.lack("workaround.ja"))
                .isEqualTo("Please fill in \"Workaround\" in Japanese.");
    }

    @ParameterizedTest
    @EnumSource(CsafRule.class)
    void aRuleOfTheStandardIsSaidWithTheFieldToFill(CsafRule rule) {
        var fault = new AdvisoryView.Fault("/csaf/" + rule.number(), "csaf-rule");
        assertThat(ja.fault(fault))
                .containsAnyOf("「", "運用の担当")
                .endsWith("(CSAF 2.0 の規則 " + rule.number() + ")");
        assertThat(en.fault(fault))
                .containsAnyOf("\"", "operations")
                .endsWith("(CSAF 2.0, rule " + rule.number() + ")");
    }

    @Test
    void aRowIsCountedAsPeopleCount() {
        var fault = new AdvisoryView.Fault("/affected/0/fixed", "version-range");
        assertThat(en.fault(fault))
                .isEqualTo(
                        "\"Affected products\", row 1: Write one fixed version here, not a range.");
    }

    @Test
    void whatStandsBetweenAnApprovedTextAndThePublicHasWords() {
        Stream<String> preconditions =
                Arrays.stream(Precondition.values())
                        .map(one -> one.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .map("precondition-"::concat);
        assertThat(Stream.concat(preconditions, Stream.of("held", "no-date", "too-early")))
                .allMatch(code -> words.knows("problem." + code));
    }

    @Test
    void everyCodeOfTheServiceHasWords() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                Stream.of(CODE, FORM)
                        .flatMap(code -> code.matcher(text).results())
                        .forEach(found -> codes.add(found.group(1)));
            }
        }
        assertThat(codes).contains("cve-twice", "row-twice", "cve-form", "reason-needed");
        assertThat(codes).allMatch(code -> words.knows("error." + code));
    }
}
