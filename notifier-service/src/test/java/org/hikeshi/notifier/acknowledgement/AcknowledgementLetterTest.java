package org.hikeshi.notifier.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ObligationId;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.Stationery;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.PolicyProblems;
import org.hikeshi.web.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R1 of the list of mails: what it must and what it must not have. */
class AcknowledgementLetterTest {
    private static final TrackingCode CODE =
            TrackingCode.parse("R-0000-0000-0").orElseGet(AcknowledgementLetterTest::anyCode);
    private static final List<Language> JA = List.of(Language.JA);
    private static final List<Language> EN = List.of(Language.EN);
    private static final List<Language> BOTH = List.of(Language.JA, Language.EN);

    private static TrackingCode anyCode() {
        return TrackingCode.generate(new java.security.SecureRandom());
    }

    private static final UUID CAUSE = UUID.randomUUID();

    private static final Owing OWING =
            new Owing(
                    ObligationId.random(),
                    CAUSE,
                    CAUSE,
                    Occasion.EVENT,
                    UUID.randomUUID(),
                    "3.1",
                    Template.RECEIPT,
                    CaseId.random(),
                    new Recipient.Reporter(ReportId.random()),
                    CODE,
                    new PolicyVersion("1.0"),
                    org.hikeshi.events.Language.BOTH,
                    Instant.parse("2026-12-01T05:30:00Z"),
                    "");

    private static Letter letter(String policy, List<Language> languages, boolean trial) {
        return new AcknowledgementLetter(
                        new Stationery(
                                Words.ofClassPath(),
                                path -> "https://security.example.com" + path,
                                trial))
                .write(OWING, PolicyFile.loadBundled(policy).policy(), languages);
    }

    static Stream<List<Language>> everyLanguage() {
        return Stream.of(JA, EN, BOTH);
    }

    @Test
    void theJapaneseLetterHasAllItMustHave() {
        String text = letter("default", JA, false).text();

        assertThat(text)
                .contains(
                        "ご報告を受け付けました。受付番号は "
                                + CODE
                                + " です。担当者が 2026年12月2日(水) 24:00 JST までに内容を読み、ご連絡します。")
                .contains("受付日時: 2026年12月1日(火) 14:30 JST")
                .contains("状況の確認: https://security.example.com/status\n")
                .contains("1.0 版")
                .contains("善意の報告への約束")
                .contains("個人情報の取り扱い");
    }

    @Test
    void theEnglishLetterHasAllItMustHave() {
        String text = letter("default", EN, false).text();

        assertThat(text)
                .contains(
                        "We have received your report. Its tracking code is "
                                + CODE
                                + ". A person will read it and write to you by Wed 2 Dec 2026, 24:00 JST (15:00 UTC).")
                .contains("Received: Tue 1 Dec 2026, 14:30 JST (05:30 UTC)")
                .contains("Status page: https://security.example.com/status\n")
                .contains("version 1.0")
                .contains("Safe harbour")
                .contains("Privacy")
                .doesNotContainPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]");
    }

    @Test
    void anUnknownLanguageIsAnsweredInBoth() {
        Letter both = letter("default", BOTH, false);

        assertThat(both.text()).contains("受付番号は " + CODE).contains("tracking code is " + CODE);
        assertThat(both.subject()).contains("受付のお知らせ").contains("Acknowledgement");
    }

    /** Only what this policy says is shown: this one has no promise to good-faith reporters. */
    @Test
    void aPolicyWithoutOwnWordsShowsNone() {
        Policy policy = PolicyFile.loadBundled("cvss-sla").policy();
        String text = letter("cvss-sla", BOTH, false).text();

        assertThat(policy.ownTexts().safeHarbour()).isEmpty();
        assertThat(text).doesNotContain("善意の報告への約束").doesNotContain("Safe harbour");
        assertThat(policy.ownTexts().silence()).isEmpty();
        assertThat(text).doesNotContain("公表までのお願い");
    }

    @Test
    void allOwnWordsOfAPolicyAreShown() throws PolicyProblems {
        String yaml =
                PolicyFile.bundledText("default")
                        .orElseThrow()
                        .replace(
                                "\ntexts:\n",
                                "\ntexts:\n  silence: {ja: しずかに。, en: Quiet please.}\n"
                                        + "  disclaimer: {ja: めんせき。, en: No warranty <b>.}\n");
        Policy policy =
                PolicyFile.load("x", yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .policy();
        Letter letter =
                new AcknowledgementLetter(new Stationery(Words.ofClassPath(), path -> path, false))
                        .write(OWING, policy, BOTH);

        assertThat(letter.text())
                .contains("■ 公表までのお願い\n\nしずかに。")
                .contains("■ Disclaimer\n\nNo warranty <b>.");
        assertThat(letter.html()).contains("<p>No warranty &lt;b&gt;.</p>");
    }

    @ParameterizedTest
    @MethodSource("everyLanguage")
    void nothingStandsInItThatMustNot(List<Language> languages) {
        Letter letter = letter("default", languages, false);

        for (String form : List.of(letter.text(), letter.html(), letter.subject())) {
            assertThat(form.toLowerCase(Locale.ROOT))
                    .as("no fingerprint, no invitation to write to the desk, no severity, no key")
                    .doesNotContain(
                            "pgp",
                            "fingerprint",
                            "指紋",
                            "mailto:",
                            "security@",
                            "cvss",
                            "緊急",
                            "critical")
                    .doesNotContainPattern("[0-9a-hjkmnp-tv-z]{26}")
                    .doesNotContain("http://", "?key", "style=", "<img", "<script", "src=");
        }
        assertThat(letter.subject()).matches("[^{}]*" + CODE + "[^{}]*");
    }

    @ParameterizedTest
    @MethodSource("everyLanguage")
    void everySentenceIsFilled(List<Language> languages) {
        assertThat(letter("default", languages, true).text())
                .doesNotContainPattern("\\{[0-9a-z]+}|null");
    }

    @ParameterizedTest
    @MethodSource("everyLanguage")
    void textEqualsHtml(List<Language> languages) {
        Letter letter = letter("default", languages, true);
        String html =
                letter.html()
                        .replaceAll("(?s)<head>.*</head>", "")
                        .replaceAll("<[^>]+>", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");

        assertThat(words(html)).isEqualTo(words(letter.text().replaceAll("(?m)^(■|-) |^-+$", "")));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"【試用環境・架空のデータ】", "[Trial environment, invented data]"})
    void aTrialSaysSoAtBothEnds(String mark) {
        String trial = letter("default", BOTH, true).text();

        assertThat(trial.split(java.util.regex.Pattern.quote(mark), -1)).hasSize(3);
        assertThat(letter("default", BOTH, false).text()).doesNotContain(mark);
    }

    @Test
    void everyDateHasItsWeekday() {
        String text = letter("default", BOTH, false).text();

        assertThat(text).doesNotContainPattern("[0-9]月[0-9]+日(?!\\()");
        assertThat(text)
                .doesNotContainPattern(
                        "(?<!(Mon|Tue|Wed|Thu|Fri|Sat|Sun) )\\b[0-9]{1,2} (Dec|Jan) 20");
    }
}
