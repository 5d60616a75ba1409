package org.hikeshi.system;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one kind of mail must have and must not have in its text, as patterns (practice, c).
 *
 * @param mail {@code R1} …
 * @param subject part of its subject that no other kind has
 */
record LetterRule(String mail, String subject, List<String> must, List<String> mustNot) {
    private static final String DAY_JA = "20\\d\\d年\\d+月\\d+日\\([月火水木金土日]\\)";
    private static final String DATE_JA = DAY_JA + " \\d\\d:\\d\\d";
    private static final String ZONE_JA = DATE_JA + ".*(JST|日本標準時|Asia/Tokyo)";
    private static final String DATE_EN = "\\d{1,2} \\w{3,9} 20\\d\\d";
    private static final String VECTOR = "CVSS:3\\.1/";

    /** Ids of people and roles of the house, and whether it is believed. */
    private static final List<String> NOBODY_NAMED =
            List.of("security-office", "developer", "脆弱性です", "valid");

    /**
     * Of a letter to somebody who may not open the case: to act on something, not to know of it.
     */
    private static final Pattern OUTSIDE =
            Pattern.compile("閲覧範囲に含まれていません|outside your need to know");

    private static final Pattern SEES_EVERY_CASE =
            Pattern.compile("^(security-office|ciso|auditor)\\b");
    private static final List<String> NUMBER_AND_DUE = List.of("受付番号", "期限|Due");
    private static final List<String> NOTHING_OF_THE_CASE =
            List.of("深刻度", "Severity", "/desk/", VECTOR, "CWE-", "Aoba", "Birch");

    /** Names of customers, and how many devices there are. */
    private static final List<String> NO_FLEET = List.of("Aoba", "Birch", "\\d+ ?台", "\\d+ units");

    static final List<LetterRule> ALL =
            List.of(
                    rule("R1", "受付のお知らせ", "受付番号", ZONE_JA, "/status", "版", "担当者が")
                            .not("[Ff]ingerprint", "フィンガープリント", "EG-\\d{4}"),
                    rule("R1", "Acknowledgement of receipt", "code", DATE_EN, "/status", "version")
                            .not("[Ff]ingerprint", "EG-\\d{4}"),
                    rule("R2", "担当者の確認のお知らせ", "担当者がご報告を読み", "チーム", DAY_JA + ".*まで", "/status")
                            .not(NOBODY_NAMED),
                    rule("R2", "Confirmation", "A person has read", "team", "/status")
                            .not(NOBODY_NAMED),
                    rule("R3", "お尋ねしたいこと", "状況のページ", DATE_JA, "わかる範囲で").not("必ず"),
                    rule("R3", "窓口からのメッセージ", "状況のページ", "期限はありません"),
                    rule("R3", "A question for you", "status page", DATE_EN, "go on"),
                    rule("R3", "A message from the desk", "status page", "no date"),
                    rule("R4", "調査結果のお知らせ", "深刻度", "影響を受ける製品", "異議", DATE_JA, "/status")
                            .not(NO_FLEET),
                    rule("R4", "Result of our investigation", "rate it|not a vuln", "/status")
                            .not(NO_FLEET),
                    rule("R9", "配布開始", "\\d\\.\\d\\.\\d", "方法", ZONE_JA).not(NO_FLEET),
                    rule("R9", "Distribution has begun", "\\d\\.\\d\\.\\d", "Channel", "Start")
                            .not(NO_FLEET),
                    rule("R10", "配布完了", "\\d\\.\\d\\.\\d", "\\d+(\\.\\d)?%", "確かめ方").not(NO_FLEET),
                    rule("R10", "Distribution is complete", "\\d+(\\.\\d)?%", "How we know")
                            .not(NO_FLEET),
                    rule("R11", "公表日時のお知らせ", ZONE_JA, "理由").not("至急", "必ずお返事"),
                    rule("R11", "Date of publication", DATE_EN, "Reason").not("[Uu]rgent"),
                    rule("R12", "公表のお知らせ", "/(advisories|notices)/", "CVE|SN"),
                    rule("R12", "Published", "/(advisories|notices)/"),
                    rule("R14", "対応完了", "結果", "残っていること", "ご意見").not("条件"),
                    rule("R14", "Handling complete", "Outcome", "Open points", "what you think"),
                    rule(
                            "C1",
                            "セキュリティ情報",
                            "/advisories/",
                            "深刻度",
                            "影響を受けるもの",
                            "していただくこと",
                            "入手方法",
                            "回避策",
                            "お問い合わせ"),
                    rule(
                            "C1",
                            "Security information",
                            "/advisories/",
                            "Severity",
                            "Your products that are affected",
                            "What to do",
                            "How to get the update",
                            "Workaround",
                            "Contact"),
                    rule("C2", "重要な更新", "版", "緊急度", "入手方法").not(VECTOR, "CVE-", "脆弱"),
                    rule("C2", "Important update", "Version", "Urgency", "How to get it")
                            .not(VECTOR, "CVE-", "[Vv]ulnerab"),
                    staff("S1", "新しい報告", "経路", "Channel"),
                    staff(
                            "S2",
                            "担当のお知らせ",
                            "チームに加わりました|担当になりました|すること",
                            "on the team|the deputy|What to do"),
                    staff("S3", "即時報告: 判断のお願い", "理由", "求められる判断", "Decision asked"),
                    staff("S5", "期限間近", "期限の種類", "担当", "Owner"),
                    staff("S5", "期限超過", "期限の種類", "担当", "Owner"),
                    staff("S6", "報告者からの連絡", "報告者", "reporter"),
                    staff("S7", "レビュー・承認の", "対象の(番号|ページ)", "[0-9a-f-]{36}"),
                    staff("S8", "リリース前確認の", "対象の(番号|ページ)", "[0-9a-f-]{36}"));

    static LetterRule rule(String mail, String subject, String... must) {
        return new LetterRule(mail, subject, List.of(must), List.of());
    }

    /** Number, severity, due, link; never what it is about. */
    private static LetterRule staff(String mail, String subject, String... must) {
        List<String> all =
                new ArrayList<>(List.of("受付番号", "深刻度", "Severity", "期限", "Due", "/desk/cases/"));
        all.addAll(List.of(must));
        return new LetterRule(
                mail, subject, List.copyOf(all), List.of(VECTOR, "CWE-", "Aoba", "Birch"));
    }

    LetterRule not(String... patterns) {
        return not(List.of(patterns));
    }

    LetterRule not(List<String> patterns) {
        return new LetterRule(mail, subject, must, patterns);
    }

    boolean isAbout(SentLetter letter) {
        return letter.subject().contains(subject);
    }

    /** What of this rule the letter breaks, as sentences. */
    List<String> broken(SentLetter letter) {
        List<String> broken = new ArrayList<>();
        boolean outside = OUTSIDE.matcher(letter.text()).find();
        if (outside && SEES_EVERY_CASE.matcher(letter.to()).find()) {
            broken.add("%s knows its reader: %s".formatted(mail, letter));
        }
        for (String has : outside ? NUMBER_AND_DUE : must) {
            if (!Pattern.compile(has).matcher(letter.text()).find()) {
                broken.add("%s must have %s: %s".formatted(mail, has, letter));
            }
        }
        for (String never : outside ? NOTHING_OF_THE_CASE : mustNot) {
            if (Pattern.compile(never).matcher(letter.text()).find()) {
                broken.add("%s must not have %s: %s".formatted(mail, never, letter));
            }
        }
        return broken;
    }
}
