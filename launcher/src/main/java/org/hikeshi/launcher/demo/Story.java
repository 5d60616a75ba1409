package org.hikeshi.launcher.demo;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One Critical vulnerability from its report to the closure of its case, as steps in order. Each
 * step may be made once only, after all before it.
 */
public final class Story {
    /** What somebody does now; told in both languages. */
    public record Step(String ja, String en, Deed deed) {}

    /** The doing of a step. */
    public interface Deed {
        void run() throws InterruptedException, GeneralSecurityException;
    }

    private final Deeds deeds;
    private final String model;

    /**
     * @param random names the model, so that the story can be told again in one workspace
     * @param untilPublication from the proposal of a date to that date: time for the reporter to
     *     agree
     */
    public Story(
            Door door, InstantSource clock, RandomGenerator random, Duration untilPublication) {
        this.model = "EG-%04d".formatted(random.nextInt(10_000));
        this.deeds = new Deeds(door, clock, model, untilPublication);
    }

    /** With just the time that somebody who looks on is willing to wait. */
    public Story(Door door, InstantSource clock, RandomGenerator random) {
        this(door, clock, random, Duration.ofSeconds(15));
    }

    /** What was made so far, for whoever looks at it between the steps. */
    public Deeds deeds() {
        return deeds;
    }

    /** All steps in order. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(arriving());
        steps.addAll(mending());
        steps.addAll(distributing());
        steps.addAll(publishing());
        return steps;
    }

    private List<Step> arriving() {
        return List.of(
                new Step(
                        "製品 " + model + "、台帳の 4 台、顧客 2 社を登録します",
                        "Product " + model + ", four units and two customers are registered",
                        deeds::catalogue),
                new Step(
                        "報告者が脆弱性を報告します(アカウント不要)",
                        "A finder reports a vulnerability, without an account",
                        deeds::report),
                new Step(
                        "担当者が報告を読み、案件の担当を決めます",
                        "A person reads the report and sets the team of the case",
                        deeds::confirm),
                new Step(
                        "窓口が CVSS v3.1 で評価し、評価を確定します",
                        "The office assesses with CVSS v3.1 and finalises the assessment",
                        deeds::score),
                new Step(
                        "CISO が即時報告を確認します",
                        "The CISO acknowledges the escalation",
                        () -> deeds.office().acknowledges("ciso")));
    }

    private List<Step> mending() {
        return List.of(
                new Step(
                        "開発者が修正版を登録し、ファームウェアを渡します",
                        "A developer registers the fix and hands in the firmware",
                        deeds::fix),
                new Step(
                        "別の開発者のセキュリティレビューと QA の回帰試験が合格します",
                        "Security review by another developer and QA regression pass",
                        () -> {
                            deeds.workshop()
                                    .passes(
                                            "security-review",
                                            "developer-2",
                                            "Reviewed line by line");
                            deeds.workshop()
                                    .passes("qa-regression", "qa", "412 of 412 cases passed");
                        }),
                new Step(
                        "第二承認者が RSA-PSS で署名し、QA が署名を検証します",
                        "The second approver signs with RSA-PSS, QA verifies the signature",
                        () -> {
                            deeds.workshop().signs("it-operations");
                            deeds.workshop()
                                    .passes("signature", "qa", "Verified with the public key");
                        }),
                new Step(
                        "配布経路を確認し、修正版を提供できる状態にします",
                        "The channel is checked and the fix becomes obtainable",
                        () -> {
                            deeds.workshop()
                                    .passes("channel", "it-operations", "Served over TLS only");
                            deeds.workshop().releases("developer");
                        }));
    }

    private List<Step> distributing() {
        return List.of(
                new Step(
                        "段階配布を準備し、二人目の確認で始めます",
                        "A staged rollout is prepared; a second person starts it",
                        deeds::rollOut),
                new Step(
                        "端末が更新を取得し、署名を検証して適用します",
                        "Devices fetch the update, verify its signature and apply it",
                        deeds::install));
    }

    private List<Step> publishing() {
        return List.of(
                new Step(
                        "窓口が勧告(SA)を日本語と英語で起案します",
                        "The office drafts the advisory (SA) in Japanese and English",
                        deeds::draft),
                new Step(
                        "技術・QA・法務のレビューと CISO の承認",
                        "Technical, QA and legal review, and approval by the CISO",
                        () -> {
                            deeds.press().reviewed("technical", "developer");
                            deeds.press().reviewed("qa", "qa");
                            deeds.press().reviewed("legal", "legal");
                            deeds.press().approved("ciso");
                        }),
                new Step(
                        "公表日時を報告者に提案し、同意を得ます",
                        "A date is proposed to the reporter, who agrees",
                        deeds::agreeOnDate),
                new Step(
                        "期日に公表されます(HTML・テキスト・CSAF 2.0)。期日まで 15 秒ほどのため、期限間近のお知らせも届きます",
                        "At that time it is published (HTML, text, CSAF 2.0). The date is only seconds away, so its reminder comes too",
                        deeds::awaitPublication),
                new Step(
                        "報告者が修正を確かめ、窓口が案件を完了します",
                        "The reporter checks the fix and the office closes the case",
                        deeds::close));
    }
}
