package org.hikeshi.notifier.reporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.*;
import org.hikeshi.notifier.approved.ApprovedWords.Approved;
import org.hikeshi.notifier.approved.ApprovedWords.Text;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.LetterChecks;
import org.hikeshi.notifier.telling.Heard;
import org.hikeshi.notifier.telling.SomeCase;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** R2 to R14 of the list of mails: what each must and must not have, in every language. */
class ReporterLettersTest {
    private static final Policy POLICY = PolicyFile.loadBundled("default").policy();

    private static final Approved PRINTED =
            new Approved(
                    "00",
                    "EX-SA-2026-7K3M",
                    "https://security.example.com/advisories/EX-SA-2026-7K3M",
                    Map.of("ja", text("回避方法を改めました。"), "en", text("Better workaround.")),
                    "critical",
                    List.of(),
                    List.of("A. Finder", "B. Second"));

    private static Text text(String changeNote) {
        return new Text("", "", "", "", "", changeNote);
    }

    /** In the mail because the table says so; the other words may be in no mail to a reporter. */
    private record Case(
            String name,
            Template template,
            Occasion occasion,
            SomeCase some,
            Heard about,
            List<String> japanese,
            List<String> english,
            List<String> mustNot) {}

    private static final List<String> NEVER =
            List.of("sato", "tanaka", "example.com>", "?key", "http://", "kindly", "unfortunately");

    private static Case row(
            String name,
            Template template,
            Occasion occasion,
            SomeCase some,
            Heard about,
            List<String> japanese,
            List<String> english,
            String... mustNot) {
        return new Case(name, template, occasion, some, about, japanese, english, List.of(mustNot));
    }

    private static Heard of(SomeCase some, Class<? extends CaseEvent> type) {
        return some.heard().stream()
                .filter(h -> type.isInstance(h.event()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Case> table() {
        SomeCase some = SomeCase.whole();
        var all = new ArrayList<Case>();
        all.add(
                row(
                        "R2",
                        Template.CONFIRMED,
                        Occasion.EVENT,
                        some,
                        of(some, CaseConfirmed.class),
                        List.of("担当者がご報告を読み", "チーム", "次のご連絡は 2026年12月15日(火) 24:00 JST まで"),
                        List.of(
                                "A person has read your report",
                                "a team",
                                "by Tue 15 Dec 2026, 24:00 JST (15:00 UTC)"),
                        "有効",
                        "valid",
                        "critical"));
        all.add(
                row(
                        "R3",
                        Template.QUESTION,
                        Occasion.EVENT,
                        some,
                        of(some, ReporterAsked.class),
                        List.of(
                                "お尋ねする内容とその理由は、状況のページ",
                                "2026年12月5日(土) 14:34 JST までにお返事がない場合は、わかる範囲で"),
                        List.of(
                                "status page",
                                "by Sat 5 Dec 2026, 14:34 JST",
                                "we go on with what we have"),
                        "終了します",
                        "must answer",
                        "close"));
        all.add(
                row(
                        "R3 second reminder",
                        Template.QUESTION,
                        Occasion.SECOND_REMINDER,
                        some,
                        of(some, ReporterAsked.class),
                        List.of("2回目・最後", "わかる範囲で"),
                        List.of("second and last", "we go on"),
                        "終了します"));
        all.add(
                row(
                        "R4",
                        Template.RESULT,
                        Occasion.EVENT,
                        some,
                        of(some, Scored.class),
                        List.of(
                                "深刻度を「緊急 (Critical)」と評価",
                                "9.8 (CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H)",
                                "影響を受ける製品: Example Gateway",
                                "状況のページに書きました",
                                "緩和策: 2026年12月8日(火) 24:00 JST まで(目安)",
                                "重複・既知: 新しい件",
                                "修正版(Example Gateway)"),
                        List.of(
                                "rate it Critical",
                                "9.8 (CVSS:3.1/",
                                "Products affected: Example Gateway",
                                "status page",
                                "Mitigation: by Tue 8 Dec 2026, 24:00 JST (15:00 UTC) (target)",
                                "Duplicate or known: we treat it as a new matter"),
                        "CWE"));
        SomeCase none = new SomeCase();
        all.add(
                row(
                        "R4 not valid",
                        Template.RESULT,
                        Occasion.EVENT,
                        none,
                        none.scored(1, Severity.NONE, "0.0"),
                        List.of("脆弱性にはあたらない", "理由は、状況のページ", "異議"),
                        List.of("not a vulnerability", "reasons", "see it differently"),
                        "invalid"));
        SomeCase moved = SomeCase.whole();
        Instant due = Instant.parse("2027-01-31T15:00:00Z");
        all.add(
                row(
                        "R5 date",
                        Template.TIMELINE,
                        Occasion.EVENT,
                        moved,
                        moved.say(
                                new DeadlineSet(
                                        moved.id,
                                        2,
                                        CaseClock.FIX,
                                        SomeCase.GATEWAY,
                                        due,
                                        due.plus(Duration.ofDays(7)),
                                        DeadlineReason.INDIVIDUAL,
                                        moved.now())),
                        List.of(
                                "2027年1月31日(日) 24:00 JST から 2027年2月7日(日) 24:00 JST に変更",
                                "理由: この案件のために個別に",
                                "変更後の予定"),
                        List.of(
                                "from Sun 31 Jan 2027, 24:00 JST (15:00 UTC) to Sun 7 Feb 2027, 24:00 JST",
                                "Reason:",
                                "after this change"),
                        "開発部門",
                        "because of the"));
        SomeCase rescored = new SomeCase();
        rescored.scored(1, Severity.HIGH, "8.1");
        all.add(
                row(
                        "R5 severity",
                        Template.TIMELINE,
                        Occasion.EVENT,
                        rescored,
                        rescored.scored(2, Severity.CRITICAL, "9.8"),
                        List.of("「重要 (High)」から「緊急 (Critical)」に変更", "理由:", "変更後の予定"),
                        List.of("changes from High to Critical", "Reason:", "after this change")));
        all.add(severalDates());
        all.addAll(closures());
        all.addAll(remedies(some));
        all.addAll(publications(some));
        all.addAll(progress());
        return all;
    }

    /** One act that sets three dates is one letter with three lines. */
    private static Case severalDates() {
        SomeCase planned = new SomeCase();
        Instant due = Instant.parse("2027-01-31T15:00:00Z");
        Heard first = null;
        int revision = 1;
        Instant at = planned.now();
        for (CaseClock clock :
                List.of(CaseClock.MITIGATION, CaseClock.FIX, CaseClock.PUBLICATION)) {
            Heard heard =
                    planned.say(
                            new DeadlineSet(
                                    planned.id,
                                    revision++,
                                    clock,
                                    null,
                                    clock == CaseClock.FIX ? due.minus(Duration.ofDays(7)) : null,
                                    due,
                                    DeadlineReason.PLAN,
                                    at));
            first = first == null ? heard : first;
        }
        return row(
                "R5 several dates",
                Template.TIMELINE,
                Occasion.EVENT,
                planned,
                java.util.Objects.requireNonNull(first),
                List.of(
                        "- 緩和策の期限を 2027年1月31日(日) 24:00 JST と定めました。",
                        "- 修正版の期限を、2027年1月24日(日) 24:00 JST から",
                        "- 公表の期限を",
                        "理由: 対策の計画"),
                List.of(
                        "- Mitigation: the date is set to Sun 31 Jan 2027, 24:00 JST",
                        "- Fix: the date changes from",
                        "- Publication: the date",
                        "Reason: the remediation plan"));
    }

    private static List<Case> closures() {
        SomeCase known = new SomeCase();
        SomeCase duplicate = new SomeCase();
        SomeCase resolved = SomeCase.whole();
        return List.of(
                row(
                        "R6",
                        Template.CLOSED,
                        Occasion.EVENT,
                        known,
                        known.say(closed(known, ClosureReason.NOT_REPRODUCIBLE, null)),
                        List.of("終了しました", "理由: 再現できませんでした", "状況のページ", "異議を申し立てる", "別の担当者"),
                        List.of(
                                "closed the case",
                                "Reason: we could not reproduce it",
                                "object on the status page")),
                row(
                        "R6 duplicate",
                        Template.CLOSED,
                        Occasion.EVENT,
                        duplicate,
                        duplicate.say(closed(duplicate, ClosureReason.DUPLICATE, CaseId.random())),
                        List.of("2026年12月1日(火) 14:30 JST に別の方から受けていました", "謝辞は、同じように"),
                        List.of("on Tue 1 Dec 2026, 14:30 JST", "credited in the same way")),
                row(
                        "R14",
                        Template.CLOSURE,
                        Occasion.EVENT,
                        resolved,
                        of(resolved, CaseClosed.class),
                        List.of("対応を完了しました", "■ 結果", "公表しました: ", "残っていることはありません", "ご意見"),
                        List.of(
                                "is done",
                                "■ Outcome",
                                "Published: ",
                                "nothing is left open",
                                "You need not answer"),
                        "条件",
                        "if you agree",
                        "credit"));
    }

    private static CaseClosed closed(
            SomeCase some, ClosureReason reason, @Nullable CaseId duplicateOf) {
        return new CaseClosed(some.id, 1, reason, duplicateOf, some.now(), SomeCase.SATO);
    }

    private static List<Case> remedies(SomeCase some) {
        return List.of(
                row(
                        "R8",
                        Template.MITIGATION,
                        Occasion.EVENT,
                        some,
                        of(some, MitigationReady.class),
                        List.of("緩和策が用意できました", "状況のページで読めます", "公表は 2027年"),
                        List.of("mitigation is ready", "status page", "We plan to publish on"),
                        "customer",
                        "顧客"),
                row(
                        "R9",
                        Template.BEGUN,
                        Occasion.EVENT,
                        some,
                        of(some, OtaStarted.class),
                        List.of(
                                "配布を始めました",
                                "版: Example Gateway 2.4.1",
                                "(OTA)",
                                "開始: 2026年12月2日(水)"),
                        List.of(
                                "begun to distribute",
                                "2.4.1",
                                "Channel: over the air",
                                "Start: Wed 2 Dec 2026"),
                        "customer",
                        "台"),
                row(
                        "R10",
                        Template.COMPLETED,
                        Occasion.EVENT,
                        some,
                        of(some, OtaDistributed.class),
                        List.of("93.4%", "確かめ方: 更新の結果を機器から受け取って数えました"),
                        List.of("93.4%", "counted from what the devices reported"),
                        "customer",
                        " units"));
    }

    /** Whoever agreed is not asked again; whoever only was proposed the date is (above). */
    private static Case agreed() {
        SomeCase some = new SomeCase();
        Instant date = some.now().plus(Duration.ofDays(40));
        ProposalId proposal = ProposalId.random();
        some.say(new DisclosureDateProposed(some.id, proposal, date, date, some.now()));
        some.say(
                new DisclosureDateAnswered(
                        some.id, some.report, proposal, DateAnswer.ACCEPTED, null, some.now()));
        return row(
                "R11 agreed",
                Template.DATE,
                Occasion.EVENT,
                some,
                some.say(new DisclosurePlanned(some.id, AdvisoryId.random(), 1, date, some.now())),
                List.of("と定めました", "ご同意をいただいています", "理由:"),
                List.of("You have agreed to this time", "Reason:"),
                "ご連絡がなければ",
                "do not hear from you");
    }

    private static List<Case> publications(SomeCase some) {
        Heard set = of(some, DisclosurePlanned.class);
        Heard moved =
                some.heard().stream()
                        .filter(h -> h.event() instanceof DisclosurePlanned p && p.revision() == 2)
                        .findFirst()
                        .orElseThrow();
        return List.of(
                agreed(),
                row(
                        "R11 proposed",
                        Template.DATE,
                        Occasion.EVENT,
                        some,
                        of(some, DisclosureDateProposed.class),
                        List.of("JST を提案", "理由: 方針により", "までに、状況のページから", "同意いただいたとは扱いません"),
                        List.of(" UTC)", "Reason: our policy", "do not take it as consent"),
                        "must agree",
                        "同意してください"),
                row(
                        "R11 set",
                        Template.DATE,
                        Occasion.EVENT,
                        some,
                        set,
                        List.of("と定めました", "JST", "理由:", "ご連絡がなければ"),
                        List.of("We plan to publish on", "JST", "Reason:", "do not hear from you")),
                row(
                        "R11 moved",
                        Template.DATE,
                        Occasion.EVENT,
                        some,
                        moved,
                        List.of("から 2027年", "に変更しました"),
                        List.of("The date of publication moves from")),
                row(
                        "R12",
                        Template.PUBLISHED,
                        Occasion.EVENT,
                        some,
                        of(some, Disclosed.class),
                        List.of(
                                "https://security.example.com/advisories/EX-SA-2026-7K3M",
                                "CVE-2026-0001",
                                "謝辞(掲載のとおり): A. Finder、B. Second"),
                        List.of(
                                "/advisories/EX-SA-2026-7K3M",
                                "CVE-2026-0001",
                                "Credit, as printed: A. Finder, B. Second",
                                "free to speak")),
                row(
                        "R13",
                        Template.REVISED,
                        Occasion.EVENT,
                        some,
                        of(some, AdvisoryRevised.class),
                        List.of("改訂しました(第2版)", "■ 変わったところとその理由\n\n回避方法を改めました。", "更新履歴"),
                        List.of("revision 2", "Better workaround.", "revision history")));
    }

    private static List<Case> progress() {
        SomeCase quiet = new SomeCase();
        quiet.say(new CaseConfirmed(quiet.id, quiet.report, quiet.now(), SomeCase.SATO, null));
        Heard receipt = quiet.heard().getFirst();
        quiet.after(Duration.ofDays(12));
        SomeCase again = SomeCase.whole();
        return List.of(
                row(
                        "R7 nothing moved",
                        Template.PROGRESS,
                        Occasion.RHYTHM,
                        quiet,
                        receipt,
                        List.of(
                                "新しい結果はありません",
                                "いまの状態: 担当者が読み、調査をしています。",
                                "次のご連絡は 2026年12月27日(日) 24:00 JST まで"),
                        List.of(
                                "no new result",
                                "Where it stands: A person has read it",
                                "again by Sun 27 Dec 2026, 24:00 JST")),
                row(
                        "R7 reopened",
                        Template.PROGRESS,
                        Occasion.REOPENED,
                        again,
                        again.say(
                                new CaseReopened(
                                        again.id, 2, ReopeningReason.NOT_FIXED, again.now())),
                        List.of("もう一度調べる", "修正が十分でない", "次のご連絡は"),
                        List.of(
                                "reopened the case",
                                "not to be sufficient",
                                "hear from us again")));
    }

    @TestFactory
    List<DynamicTest> everyLetterHasWhatItMustAndNothingElse() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Case one : table()) {
            for (var languages : LetterChecks.everyLanguage()) {
                tests.add(dynamicTest(one.name() + " " + languages, () -> check(one, languages)));
            }
        }
        return tests;
    }

    private static void check(Case one, List<org.hikeshi.policy.Language> languages) {
        Letter letter = letter(one, languages);
        LetterChecks.sound(letter);
        LetterChecks.greets(letter);
        assertThat(letter.subject()).contains(one.some().code.value());
        if (languages.contains(org.hikeshi.policy.Language.JA)) {
            assertThat(letter.text()).contains(one.japanese());
        }
        if (languages.contains(org.hikeshi.policy.Language.EN)) {
            assertThat(letter.text()).contains(one.english());
        }
        for (String never : NEVER) {
            assertThat(letter.text().toLowerCase(Locale.ROOT)).doesNotContain(never);
        }
        for (String never : one.mustNot()) {
            assertThat(letter.text()).doesNotContain(never);
        }
        assertThat(letter.text()).contains("https://security.example.com/status");
        assertThat(letter.subject())
                .as("neutral")
                .doesNotContainIgnoringCase("critical")
                .doesNotContain("緊急", "CVSS", "9.8", "CVE", "eg-100", "Gateway");
    }

    private static Letter letter(Case one, List<org.hikeshi.policy.Language> languages) {
        SomeCase some = one.some();
        Instant at = one.occasion() == Occasion.RHYTHM ? some.now() : one.about().at();
        var owing =
                new Owing(
                        ObligationId.random(),
                        one.about().id(),
                        one.about().id(),
                        one.occasion(),
                        UUID.randomUUID(),
                        "house",
                        one.template(),
                        some.id,
                        new Recipient.Reporter(some.report),
                        some.code,
                        new PolicyVersion("1.0"),
                        Language.BOTH,
                        at,
                        "");
        var matter =
                new Matter(
                        owing,
                        some.facts(),
                        one.about(),
                        Map.of(SomeCase.GATEWAY.toString(), "Example Gateway"),
                        new SomeCase().facts(),
                        Optional.of(PRINTED));
        return ReporterLetters.write(LetterChecks.STATIONERY, matter, POLICY, languages);
    }
}
