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

    void show(Verified one, Instant now) {
        int count = one.findings().size();
        line(
                "%-12s %s"
                        .formatted(
                                one.service(),
                                count > 0
                                        ? count + " FINDING" + (count == 1 ? "" : "S")
                                        : one.unproven()
                                                ? "NOT PROVEN: no exported checkpoint"
                                                : "nothing found"),
                "%-12s %s"
                        .formatted(
                                one.service(),
                                count > 0
                                        ? "異常 " + count + " 件"
                                        : one.unproven()
                                                ? "証明できません(書き出されたチェックポイントがありません)"
                                                : "異常なし"));
        for (Finding finding : one.findings().stream().limit(MOST_SHOWN).toList()) {
            line("    " + FindingWords.english(finding), "    " + FindingWords.japanese(finding));
        }
        if (count > MOST_SHOWN) {
            line(
                    "    and %d more".formatted(count - MOST_SHOWN),
                    "    ほか %d 件".formatted(count - MOST_SHOWN));
        }
        figures(one, now);
    }

    private void figures(Verified one, Instant now) {
        line(
                "    rows %d, signed up to %d%s, %d exported checkpoints"
                        .formatted(
                                one.rows(), one.newest(), time(one.newestAt()), one.checkpoints()),
                "    記録 %d 行、署名は %d 行目まで%s、書き出されたチェックポイント %d 件"
                        .formatted(
                                one.rows(), one.newest(), time(one.newestAt()), one.checkpoints()));
        line(
                "    proven by nothing yet: %d chained and not signed, %d not chained%s"
                        .formatted(one.uncovered(), one.unsealed(), age(one, now, ", oldest %s s")),
                "    まだ証明のないもの: 連結済み・未署名 %d 行、未連結 %d 行%s"
                        .formatted(one.uncovered(), one.unsealed(), age(one, now, "(最古は %s 秒前)")));
        if (one.erased() > 0) {
            line(
                    "    details erased, as the record allows: %d".formatted(one.erased()),
                    "    詳細が消去された行(記録の規則で認められるもの): %d".formatted(one.erased()));
        }
        if (one.notExported() > 0) {
            line(
                    "    checkpoints on their way to the export: %d".formatted(one.notExported()),
                    "    書き出し待ちのチェックポイント: %d".formatted(one.notExported()));
        }
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : " (" + at.truncatedTo(ChronoUnit.SECONDS) + ")";
    }

    private static String age(Verified one, Instant now, String words) {
        return one.oldestUnsealed() == null
                ? ""
                : words.formatted(Duration.between(one.oldestUnsealed(), now).toSeconds());
    }

    void end(int status) {
        switch (status) {
            case VerifyCommand.SOUND ->
                    line("Nobody has bent what was signed.", "署名済みの記録に、書き換えは見つかりませんでした。");
            case VerifyCommand.FOUND ->
                    line(
                            "Something was changed. Change nothing more; docs/operations.md says what to do.",
                            "記録が変更されています。これ以上何も変更せず、docs/operations.md の手順に従ってください。");
            default -> line("Not everything could be verified.", "検証できないものがありました。");
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
                  --rows DIR             rows from an export (<service>.rows.jsonl) instead of databases
                  --export DIR           write such rows after verifying
                  --service NAME         this service only; may be repeated
                Exit status: 0 nothing found, 1 something found, 2 not verified.""",
                """
                ./hikeshi verify [オプション]   行為の記録が書き換えられていないことを検証します

                オプションなし: このフォルダーの試用環境(データベースが動いている必要があります)
                  --database URL         JDBC の URL({service} はサービス名になります)
                  --user 名前            データベースのロール(既定は {service})。audit_entry と audit_checkpoint を読めれば足ります
                  --password-file ファイル  そのパスワード
                  --keys フォルダー      サービスの公開鍵(<kid>.json)
                  --checkpoints フォルダー  書き出されたチェックポイント(<service>.jsonl)。データベースの所有者が書けない場所の写しを使ってください
                  --rows フォルダー      データベースの代わりに書き出した行(<service>.rows.jsonl)を検証します
                  --export フォルダー    検証のあと、その形で行を書き出します
                  --service 名前         このサービスだけ(繰り返し可)
                終了コード: 0 異常なし、1 異常あり、2 検証できず。""");
    }
}
