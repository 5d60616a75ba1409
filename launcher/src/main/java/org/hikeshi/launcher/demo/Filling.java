package org.hikeshi.launcher.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.hikeshi.launcher.house.Refusal;

/**
 * {@code demo --fill}: a data set that lets a trial workspace look like a desk at work. Everything
 * goes through the public interfaces, in the names of the local people; what lies in the past comes
 * by the import of earlier records. A part that is done is written down beside the data, and so is
 * each deed of the part at hand: a second run, whether after the end or after an interruption,
 * doubles nothing.
 */
public final class Filling {
    private static final String BEGAN = "began";

    private final NotedDoor door;
    private final String broker;
    private final PrintStream out;
    private final boolean japanese;
    private final Path done;
    private final Properties marks = new Properties();

    /**
     * @param broker {@code host:port} of Kafka, for the one event that nobody signed
     * @param done the file that says which parts are there already; the deeds of an unfinished part
     *     are kept beside it
     */
    public Filling(Door door, String broker, PrintStream out, boolean japanese, Path done) {
        this.door = new NotedDoor(door, done.resolveSibling("filled.notes"));
        this.broker = broker;
        this.out = out;
        this.japanese = japanese;
        this.done = done;
    }

    private record Part(String name, Story.Step step) {}

    /**
     * Brings in what is missing.
     *
     * @throws Refusal if no trial workspace answers
     */
    public void run() throws IOException, InterruptedException, GeneralSecurityException {
        Demo.requireTrial(door);
        if (Files.exists(done)) {
            try (var in = Files.newBufferedReader(done)) {
                marks.load(in);
            }
        }
        if (marks.getProperty(BEGAN) == null) {
            mark(BEGAN, Instant.now().truncatedTo(ChronoUnit.DAYS).toString());
        }
        for (Part part : parts(Instant.parse(marks.getProperty(BEGAN)))) {
            boolean there = marks.getProperty(part.name()) != null;
            String sentence = japanese ? part.step().ja() : part.step().en();
            out.printf("  %s %s%n", there ? "=" : "+", sentence);
            if (!there) {
                door.begin(part.name());
                part.step().deed().run();
                mark(part.name(), Instant.now().toString());
                door.end();
            }
        }
        out.printf(
                "%n%s%n",
                japanese
                        ? "試用データがそろいました(= は前からあるもの)。消すには ./hikeshi reset。"
                        : "The trial data is there (= was there before). ./hikeshi reset removes it.");
    }

    private List<Part> parts(Instant began) {
        TrialFleet fleet = new TrialFleet(door);
        List<Part> parts = new ArrayList<>(ground(fleet, began));
        TrialDesk desk = new TrialDesk(door, fleet);
        parts.addAll(early(new TrialCases(desk)));
        parts.addAll(late(new TrialRemedies(desk)));
        parts.addAll(last(began));
        return parts;
    }

    private List<Part> ground(TrialFleet fleet, Instant began) {
        return List.of(
                part(
                        "catalogue",
                        "製品 3 系列・6 機種(1 系列はサポート終了)と台帳の 240 台",
                        "3 product lines with 6 models, one out of support, and 240 units",
                        fleet::catalogue),
                part(
                        "customers",
                        "顧客 8 社(Shift_JIS の一覧から、1 社はメールが届かない)",
                        "8 customers, from a list in Shift_JIS; one cannot be reached by mail",
                        fleet::customers),
                part("devices", "更新を受ける端末 240 台", "240 devices that take updates", fleet::devices),
                part(
                        "records",
                        "この半年に完了した 36 件(以前の記録の取り込み)",
                        "36 cases that ended in the last half year, by the import of earlier records",
                        () -> new TrialRecords(began).bringIn(door)));
    }

    private static List<Part> early(TrialCases cases) {
        return List.of(
                part(
                        "new",
                        "受け付けたばかりの案件、確認した案件、評価した案件",
                        "A case just received, one confirmed, one scored",
                        cases::begun),
                part(
                        "waiting",
                        "報告者の回答を待つ案件と、期限を過ぎた案件",
                        "A case that waits for its reporter, and one overdue",
                        cases::waiting),
                part(
                        "critical",
                        "CISO の判断を待つ緊急の案件",
                        "A Critical case that waits for the CISO",
                        cases::critical),
                part(
                        "duplicate",
                        "統合した重複の報告と、対象外として完了した案件",
                        "A duplicate merged into its case, and a case closed as out of scope",
                        cases::ended),
                part(
                        "not-affected",
                        "調査の結果、影響を受けないとわかった案件",
                        "A case that was found not to affect the product",
                        cases::notAffected));
    }

    private static List<Part> late(TrialRemedies cases) {
        return List.of(
                part(
                        "mitigated",
                        "緩和策(回避策)を案内した案件",
                        "A case with its mitigation out",
                        cases::mitigated),
                part(
                        "fixed",
                        "修正版が使える案件: 勧告はレビュー 3 件中 2 件、公表日時は報告者が別の日を希望",
                        "A case with its fix ready: two of three reviews, and another date wished for",
                        cases::fixed),
                part(
                        "stopped",
                        "失敗率で自動停止した配布と、改ざんを拒んだ端末",
                        "A rollout stopped by its threshold, by a device that refused a tampered image",
                        cases::stopped),
                part(
                        "distributed",
                        "修正版がすべての利用者に行き渡った案件",
                        "A case whose fix has reached all owners",
                        cases::distributed),
                part(
                        "disclosed",
                        "公表した案件(SA、影響を受けない機種も記載。お知らせの 1 通は不達)",
                        "A published case (SA, naming a model not affected too); one mail bounces",
                        cases::disclosed),
                part(
                        "notice",
                        "公表済みのセキュリティ通知 (SN)",
                        "A published security notice (SN)",
                        cases::notice));
    }

    private List<Part> last(Instant began) {
        return List.of(
                part(
                        "whole",
                        "報告から公表と完了まで終えた案件(SA)",
                        "A case that went all the way, with its published advisory (SA)",
                        this::whole),
                part(
                        "forged",
                        "署名のない偽のイベント(読んだサービスが保留)",
                        "A forged event, parked by the services that hear it",
                        () -> new Outsider(broker).lies(began)));
    }

    private static Part part(String name, String ja, String en, Story.Deed deed) {
        return new Part(name, new Story.Step(ja, en, deed));
    }

    private void whole() throws InterruptedException, GeneralSecurityException {
        for (Story.Step step : new Story(door, Clock.systemUTC(), new Random(36)).steps()) {
            step.deed().run();
        }
    }

    private void mark(String name, String value) throws IOException {
        marks.setProperty(name, value);
        try (var to = Files.newBufferedWriter(done)) {
            marks.store(to, "what ./hikeshi demo --fill has brought in");
        }
    }
}
