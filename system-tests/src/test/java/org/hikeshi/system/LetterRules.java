package org.hikeshi.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What every mail must have and must not have (practice, c), by its addressee and subject. Prose of
 * the report and of the findings never stands in a clear mail; before publication nothing that
 * leaves the house names the vulnerability.
 *
 * @param vulnerability words that would name it
 * @param identity words that would name the reporter
 */
record LetterRules(URI origin, List<String> vulnerability, List<String> identity) {
    private static final String DATE_JA = "20\\d\\d年\\d+月\\d+日\\([月火水木金土日]\\) \\d\\d:\\d\\d";
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>)]+");
    private static final Pattern ACCESS_KEY = Pattern.compile("\\b[0-9A-HJKMNP-TV-Z]{26}\\b");

    /** Part of a subject → what its text has. */
    private static final Map<String, List<String>> MUST =
            Map.ofEntries(
                    Map.entry("受付のお知らせ", List.of("受付番号", DATE_JA, "/status", "1\\.0 版")),
                    Map.entry("担当者の確認", List.of("担当者がご報告を読み", "/status")),
                    Map.entry("調査結果", List.of("深刻度", "9\\.8", "CVSS:3\\.1/", DATE_JA, "/status")),
                    Map.entry("配布開始", List.of("2\\.4\\.1", "OTA", DATE_JA)),
                    Map.entry("配布完了", List.of("100|割合", "機器から受け取って数え")),
                    Map.entry("公表日時", List.of(DATE_JA, "JST|日本標準時|Asia/Tokyo", "理由")),
                    Map.entry("公表のお知らせ", List.of("/advisories/", "CVE", "謝辞")),
                    Map.entry("対応完了", List.of("結果", "ご意見")),
                    Map.entry("セキュリティ情報", List.of("/advisories/", "2\\.4\\.1", "深刻度")),
                    Map.entry(
                            "Security information",
                            List.of("/advisories/", "2\\.4\\.1", "Severity")),
                    Map.entry("重要な更新", List.of("2\\.4\\.1", "緊急度", "入手方法")),
                    Map.entry("Important update", List.of("2\\.4\\.1", "Urgency", "How to get it")),
                    Map.entry("即時報告", List.of("理由", "求められる判断", "/desk/cases/")),
                    Map.entry("担当のお知らせ", List.of("/desk/cases/")),
                    Map.entry("新しい報告", List.of("経路", "/desk/cases/")));

    /** Subjects of mails that tell what was published. */
    private static final String PUBLISHED = ".*(セキュリティ情報|Security information).*";

    void hold(SentLetter letter) {
        String all = letter.subject() + "\n" + letter.text() + "\n" + letter.htmlWords();
        assertThat(letter.text()).as("text of %s", letter).isNotBlank();
        assertThat(letter.html()).as("html of %s", letter).isNotBlank();
        assertThat(letter.code()).as("number in the subject of %s", letter).isNotBlank();
        assertThat(all).as("%s", letter).doesNotContain("{0}", "{1}", "null", "NOT_FOUND");
        assertThat(ACCESS_KEY.matcher(all).find()).as("access key in %s", letter).isFalse();
        assertThat(letter.raw()).doesNotContainIgnoringCase("content-disposition: attachment");
        assertThat(letter.html()).doesNotContainIgnoringCase("<img").doesNotContain("<script");
        linksStayHere(letter);
        wordsAreTheSame(letter);
        identity.forEach(word -> assertThat(all).as("%s", letter).doesNotContain(word));
        if (!letter.subject().matches(PUBLISHED)) {
            vulnerability.forEach(
                    word -> assertThat(all).as("%s", letter).doesNotContainIgnoringCase(word));
        }
        MUST.forEach(
                (subject, has) -> {
                    if (letter.subject().contains(subject)) {
                        has.forEach(
                                pattern ->
                                        assertThat(letter.text())
                                                .as("%s", letter)
                                                .containsPattern(pattern));
                    }
                });
    }

    private void linksStayHere(SentLetter letter) {
        Matcher links = LINK.matcher(letter.text() + "\n" + letter.html());
        while (links.find()) {
            assertThat(links.group()).as("a link of %s", letter).startsWith(origin.toString());
        }
    }

    /** Text equals HTML: each line of the text stands in the other form. */
    private static void wordsAreTheSame(SentLetter letter) {
        String html = squeezed(letter.htmlWords());
        for (String line : letter.text().split("\\R")) {
            String words = squeezed(line.replaceFirst("^[-・*■\\s]+", ""));
            assertThat(html).as("html of %s", letter).contains(words);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("[\\s:：\\-・=–—*]+", "");
    }
}
