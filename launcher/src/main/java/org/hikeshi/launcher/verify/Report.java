package org.hikeshi.launcher.verify;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hikeshi.launcher.house.Refusal;
import org.hikeshi.trust.audit.Finding;
import org.hikeshi.trust.audit.Verified;
import org.jspecify.annotations.Nullable;

/** What a person reads about it, in the language of the terminal. */
final class Report {
    private static final int MOST_SHOWN = 50;

    private final PrintStream out;
    private final boolean japanese;

    Report(PrintStream out, boolean japanese) {
        this.out = out;
        this.japanese = japanese;
    }

    void line(@Nullable String english, @Nullable String japaneseWords) {
        out.println(japanese ? japaneseWords : english);
    }

    void refused(Refusal refusal) {
        out.println(refusal.sentence(japanese));
    }

    void unreachable(String service, String why) {
        line(
                "%-12s NOT VERIFIED: %s".formatted(service, why),
                "%-12s 検証できません: %s".formatted(service, why));
    }

    void show(Verified one) {
        int count = one.findings().size();
        line(
                "%-12s %s".formatted(one.service(), verdict(one)),
                "%-12s %s".formatted(one.service(), japaneseVerdict(one)));
        for (Finding finding : one.findings().stream().limit(MOST_SHOWN).toList()) {
            line("    " + FindingWords.english(finding), "    " + FindingWords.japanese(finding));
        }
        if (count > MOST_SHOWN) {
            line(
                    "    and %d more".formatted(count - MOST_SHOWN),
                    "    ほか %d 件".formatted(count - MOST_SHOWN));
        }
        figures(one);
        openEnds(one);
    }

    private static String verdict(Verified one) {
        int count = one.findings().size();
        if (count > 0) {
            return count + " FINDING" + (count == 1 ? "" : "S");
        }
        if (one.unproven()) {
            return "NOT PROVEN: no exported checkpoint";
        }
        return one.wholly() ? "nothing found" : "NOT WHOLLY PROVEN";
    }

    private static String japaneseVerdict(Verified one) {
        if (!one.sound()) {
            return "異常 " + one.findings().size() + " 件";
        }
        if (one.unproven()) {
            return "証明できません(書き出されたチェックポイントがありません)";
        }
        return one.wholly() ? "異常なし" : "一部を証明できません";
    }

    private void figures(Verified one) {
        line(
                "    rows %d, signed up to %d%s, %d exported checkpoints"
                        .formatted(
                                one.rows(), one.newest(), time(one.newestAt()), one.checkpoints()),
                "    記録 %d 行、署名は %d 行目まで%s、書き出されたチェックポイント %d 件"
                        .formatted(
                                one.rows(), one.newest(), time(one.newestAt()), one.checkpoints()));
        line(
                "    proven by nothing yet: %d chained and not signed, %d not chained%s"
                        .formatted(one.uncovered(), one.unsealed(), age(one, ", oldest %s s")),
                "    まだ証明のないもの: 連結済み・未署名 %d 行、未連結 %d 行%s"
                        .formatted(one.uncovered(), one.unsealed(), age(one, "(最古は %s 秒前)")));
        if (one.notExported() > 0) {
            line(
                    "    checkpoints on their way to the export: %d".formatted(one.notExported()),
                    "    書き出し待ちのチェックポイント: %d".formatted(one.notExported()));
        }
        if (one.later() > 0) {
            line(
                    "    exported at %s; %d checkpoints are newer and say nothing about these rows"
                            .formatted(one.asOf(), one.later()),
                    "    %s に書き出した記録です。それより新しいチェックポイント %d 件は対象外です。"
                            .formatted(one.asOf(), one.later()));
        }
    }

    /** What is no finding, and yet not as it should be. */
    private void openEnds(Verified one) {
        if (one.open().overdue()) {
            line(
                    "    TOO OLD OR TOO MANY: the sealer stands still, or somebody keeps it from sealing."
                            + " What is not signed can be changed without a trace.",
                    "    未署名の行が古すぎるか、多すぎます。封印処理が止まっているか、妨げられています。" + "未署名の行は、変更されても検出できません。");
        }
        Instant since = one.open().notOutsideSince();
        if (since != null) {
            line(
                    "    SIGNED, BUT NOT OUTSIDE since %s: the export stands still, or its copy is older than --tail."
                                    .formatted(since.truncatedTo(ChronoUnit.SECONDS))
                            + " What is only in the database can be cut off without a trace.",
                    "    %s 以降に署名したチェックポイントが、書き出し先にありません。書き出しが止まっているか、写しが --tail より古いままです。"
                                    .formatted(since.truncatedTo(ChronoUnit.SECONDS))
                            + "データベースにしかない部分は、切り落とされても検出できません。");
        }
        Verified.Late late = one.late();
        if (late.rows() > 0) {
            line(
                    "    SIGNED LATE: %d rows, from row %d to row %d, long after the time they state. Either the"
                                    .formatted(late.rows(), late.first(), late.last())
                            + " sealer stood still then (--stood-still), or they were entered later than they say.",
                    "    署名の遅れ: %d 行(%d 行目から %d 行目まで)は、記された日時から長く経ってから署名されています。"
                                    .formatted(late.rows(), late.first(), late.last())
                            + "当時封印処理が止まっていたか(--stood-still)、後から追加された行です。");
        }
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : " (" + at.truncatedTo(ChronoUnit.SECONDS) + ")";
    }

    private static String age(Verified one, String words) {
        Instant oldest = one.open().oldest();
        return oldest == null
                ? ""
                : words.formatted(Duration.between(oldest, one.asOf()).toSeconds());
    }

    void end(int status) {
        switch (status) {
            case VerifyCommand.SOUND ->
                    line("Nobody has bent what was signed.", "署名済みの記録に、書き換えは見つかりませんでした。");
            case VerifyCommand.FOUND ->
                    line(
                            "Something was changed. Change nothing more; docs/operations.md says what to do.",
                            "記録が変更されています。これ以上何も変更せず、docs/operations.md の手順に従ってください。");
            default ->
                    line(
                            "Nothing was found in what was verified, but not everything could be"
                                    + " verified or proven.",
                            "検証した範囲に異常は見つかりませんでしたが、検証できないもの、または証明できないものがあります。");
        }
    }

    void help() {
        line(
                """
                ./hikeshi verify [options]   whether anybody has bent the record of acts

                Without options: the trial of this folder, which must be running for its databases to answer.
                  --database URL         JDBC address, {service} stands for the service's name
                  --user NAME            database role (default {service}); reading audit_entry and audit_checkpoint is enough
                  --password-file FILE   its password
                  --keys DIR             public keys of the services (<kid>.json)
                  --checkpoints DIR      exported checkpoints (<service>.jsonl); take a copy the databases' owner cannot write
                  --rows DIR             records from an export instead of databases
                  --export DIR           write such records after verifying
                  --service NAME         this service only; may be repeated
                  --tail DURATION        how old what is not signed, or signed and not outside, may be (PT2M)
                  --late DURATION        how far times may lie apart that should agree (PT10M)
                  --stood-still FROM/TO  when the sealer is known to have stood still; may be repeated
                Exit status: 0 nothing found, 1 something found, 2 not verified or not wholly proven.""",
                """
                ./hikeshi verify [オプション]   行為の記録が書き換えられていないことを検証します

                オプションなし: このフォルダーの試用環境(データベースが動いている必要があります)
                  --database URL         JDBC の URL({service} はサービス名になります)
                  --user 名前            データベースのロール(既定は {service})。audit_entry と audit_checkpoint を読めれば足ります
                  --password-file ファイル  そのパスワード
                  --keys フォルダー      サービスの公開鍵(<kid>.json)
                  --checkpoints フォルダー  書き出されたチェックポイント(<service>.jsonl)。データベースの所有者が書けない場所の写しを使ってください
                  --rows フォルダー      データベースの代わりに、書き出した記録を検証します
                  --export フォルダー    検証のあと、その形で記録を書き出します
                  --service 名前         このサービスだけ(繰り返し可)
                  --tail 期間            未署名の行と、書き出し待ちのチェックポイントに許す古さ(PT2M)
                  --late 期間            一致すべき日時の間に許す差(PT10M)
                  --stood-still 開始/終了  封印処理が止まっていたと分かっている期間(繰り返し可)
                終了コード: 0 異常なし、1 異常あり、2 検証できず、または一部を証明できず。""");
    }
}
