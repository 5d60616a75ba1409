package org.hikeshi.system.journey;

import java.util.Map;
import java.util.Optional;

/** Subjects of mails to staff, which say what is to be done; the policy's first language first. */
enum StaffSubjects {
    JAPANESE_FIRST,
    ENGLISH_FIRST;

    private record Words(String ja, String en) {}

    /** By kind of task, clock or word of the reporter, as events write it. */
    private static final Map<String, Words> WORDS =
            Map.ofEntries(
                    entry("team", "案件のチームへの参加", "a place on the case team"),
                    entry("assess", "評価する", "Assess"),
                    entry("plan", "是正計画を立てる", "Plan the remediation"),
                    entry("draft-advisory", "公表文を起案する", "Draft the advisory"),
                    entry("release-remedy", "対策をリリースする", "Release the remedy"),
                    entry("start-campaign", "配布を始める", "Start the rollout"),
                    entry("campaign-stopped", "配布の停止を確かめる", "Look at the stopped rollout"),
                    entry("close-case", "案件を終了する", "Close the case"),
                    entry(
                            "approve-text",
                            "公表前のお客様向け案内文を承認する",
                            "Approve the text for customers before publication"),
                    entry("review-security", "セキュリティレビュー", "Security review"),
                    entry("review-qa", "回帰試験の確認", "QA regression"),
                    entry("sign-firmware", "署名の承認", "Approve signing"),
                    entry("gate-signature", "署名検証", "Signature verification"),
                    entry("gate-channel", "配布経路の確認", "Channel check"),
                    entry("review-technical", "公表文の技術レビュー", "Technical review of the advisory"),
                    entry("review-advisory-qa", "公表文の QA レビュー", "QA review of the advisory"),
                    entry("review-legal", "公表文の法務レビュー", "Legal review of the advisory"),
                    entry("approve-advisory", "公表文を承認する", "Approve the advisory"),
                    entry("agreed-date", "合意した公表日時", "Agreed date of publication"),
                    entry("message", "メッセージ", "a message"),
                    entry("date", "公表日時の提案への回答", "answer to the proposed date"),
                    entry("check", "修正の確認結果", "whether the fix works"));

    private static Map.Entry<String, Words> entry(String name, String ja, String en) {
        return Map.entry(name, new Words(ja, en));
    }

    String assigned(String task) {
        return both("担当のお知らせ", "Assigned to you", task);
    }

    String gate(String task) {
        return both("リリース前確認のお願い", "Check before release asked", task);
    }

    String review(String task) {
        return both("レビュー・承認のお願い", "Review or approval asked", task);
    }

    String replied(String what) {
        return both("報告者からの連絡", "Word from the reporter", what);
    }

    String atRisk(String clock) {
        return both("期限間近", "Deadline approaching", clock);
    }

    private String both(String ja, String en, String name) {
        Words words = Optional.ofNullable(WORDS.get(name)).orElseThrow();
        String japanese = ja + ": " + words.ja();
        String english = en + ": " + words.en();
        return this == JAPANESE_FIRST ? japanese + " / " + english : english + " / " + japanese;
    }
}
