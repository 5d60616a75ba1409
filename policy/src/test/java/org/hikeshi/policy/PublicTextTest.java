package org.hikeshi.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.hikeshi.policy.PublicPolicy.Section;
import org.hikeshi.policy.PublicPolicy.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicTextTest {
    private static final Policy E = PolicyFile.loadBundled("cvss-sla").policy();

    private static List<String> ids(PublicPolicy text) {
        return text.sections().stream().map(Section::id).toList();
    }

    private static List<List<String>> promises(PublicPolicy text) {
        return text.sections().stream()
                .filter(s -> s.id().equals("promises"))
                .flatMap(s -> s.blocks().stream())
                .flatMap(b -> b instanceof Table t ? Stream.of(t) : Stream.empty())
                .findFirst()
                .orElseThrow()
                .rows();
    }

    @Test
    void only_what_the_policy_has_is_in_its_text() {
        assertThat(ids(E.publicText(Language.JA)))
                .contains("scope", "contacts", "roles", "promises", "severity", "gates", "records")
                .doesNotContain(
                        "safe-harbour", "privacy", "silence", "disclaimer", "support", "addendum");
        assertThat(ids(PolicyFile.loadBundled("default").policy().publicText(Language.EN)))
                .contains("safe-harbour", "privacy", "support")
                .doesNotContain("silence", "disclaimer", "addendum");
    }

    @Test
    void house_numbers_are_nowhere_in_it() {
        String text = E.publicText(Language.EN).toString();
        assertThat(text)
                .doesNotContain("14 days, also", "H-rhythm", "1 minute", "blocking")
                .contains("promptly", "at once");
        List<List<String>> rows = promises(E.publicText(Language.EN));
        assertThat(rows).extracting(List::getFirst).doesNotContain("Progress");
        assertThat(rows)
                .filteredOn(row -> row.getFirst().equals("Publication"))
                .singleElement()
                .satisfies(row -> assertThat(row.get(2)).isEqualTo("promptly"));
    }

    @Test
    void the_table_of_promises_says_what_clause_5_1_says() {
        assertThat(promises(E.publicText(Language.JA)))
                .contains(
                        List.of(
                                "一次対応(初動)",
                                "1営業日以内",
                                "2営業日以内",
                                "5営業日以内",
                                "10営業日以内",
                                "受付",
                                "目安",
                                "E5.1-first"),
                        List.of(
                                "緩和策",
                                "7日以内",
                                "14日以内",
                                "30日以内",
                                "90日以内",
                                "受付",
                                "目安",
                                "E5.1-mitigation"),
                        List.of(
                                "修正",
                                "30日以内",
                                "45日以内",
                                "90日以内",
                                "次の計画リリース",
                                "受付",
                                "目安",
                                "E5.1-fix"),
                        List.of(
                                "公表",
                                "24〜48時間以内",
                                "すみやかに",
                                "次の定期リリースノート",
                                "修正を含むリリースのリリースノート",
                                "対策の確認完了(確定)",
                                "目安",
                                "E5.1-pub"));
    }

    @Test
    void an_addendum_stands_apart() throws Exception {
        String text =
                PolicyFile.bundledText("cvss-sla")
                        .orElseThrow()
                        .replace(
                                "  everyDays: 14\n  kind: target\n  standing: house",
                                "  everyDays: 14\n  kind: target\n  standing: addendum");
        Policy policy = PolicyFile.load("my.yaml", text.getBytes(StandardCharsets.UTF_8)).policy();
        PublicPolicy rendered = policy.publicText(Language.EN);
        assertThat(promises(rendered)).extracting(List::getFirst).doesNotContain("Progress");
        Section addendum = rendered.sections().getLast();
        assertThat(addendum.addendum()).isTrue();
        assertThat(addendum.toString()).contains("at least every 14 days, also without news");
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "cvss-sla", "individual-ota", "psirt-notices"})
    void no_japanese_is_left_on_the_english_page(String name) {
        String text = PolicyFile.loadBundled(name).policy().publicText(Language.EN).toString();
        assertThat(
                        text.codePoints()
                                .filter(
                                        c ->
                                                Character.isIdeographic(c)
                                                        || c >= 0x3040 && c <= 0x30ff))
                .isEmpty();
        assertThat(text).doesNotContain("{0}", "{1}");
    }

    @Test
    void every_name_of_the_model_has_words_in_both_languages() {
        Stream.of(
                        ClockName.values(),
                        Anchor.values(),
                        Kind.values(),
                        Role.values(),
                        ScopeKind.values(),
                        ScoreKind.values(),
                        SourceName.values(),
                        FactorName.values(),
                        GateName.values(),
                        RemedyKind.values(),
                        Reviewing.values(),
                        Precondition.values(),
                        SupportStart.values(),
                        Audience.values(),
                        Fact.values())
                .flatMap(Stream::of)
                .forEach(
                        name -> {
                            for (Language language : Language.values()) {
                                assertThat(Labels.of((Enum<?>) name, language)).isNotBlank();
                            }
                        });
    }

    @Test
    void a_language_the_policy_does_not_speak_is_refused() throws Exception {
        Policy japanese =
                PolicyFile.load("my.yaml", onlyJapanese().getBytes(StandardCharsets.UTF_8))
                        .policy();
        assertThatThrownBy(() -> japanese.publicText(Language.EN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(japanese.publicText(Language.JA).title()).isEqualTo("例示電機 脆弱性対応方針");
    }

    private static String onlyJapanese() {
        StringBuilder kept = new StringBuilder();
        int foldedAt = -1;
        for (String line : PolicyFile.bundledText("cvss-sla").orElseThrow().split("\n")) {
            int indent = line.length() - line.stripLeading().length();
            if (foldedAt >= 0 && indent > foldedAt) {
                continue;
            }
            boolean english = line.stripLeading().startsWith("en:");
            foldedAt = english && line.endsWith(">-") ? indent : -1;
            if (!english) {
                kept.append(line.replaceAll(", en: .*}$", "}")).append('\n');
            }
        }
        return kept.toString().replace("languages: [ja, en]", "languages: [ja]");
    }
}
