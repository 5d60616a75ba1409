package org.hikeshi.notifier.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.*;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** S1 to S8 and S14: id, severity, due, link; never a word about the vulnerability. */
class StaffLettersTest {
    private static final Policy POLICY = PolicyFile.loadBundled("default").policy();

    private record Row(
            Template template,
            Occasion occasion,
            SomeCase some,
            Heard about,
            List<String> japanese,
            List<String> english) {

        /** Whether somebody has to do something until some day. */
        boolean isDue() {
            return template != Template.ACCESS;
        }

        /** What the subject names, that two mails about one case are told apart by it. */
        String named(boolean inJapanese) {
            return switch (template) {
                case CLOCK ->
                        about.event() instanceof ClockBreached
                                ? inJapanese ? "期限超過: 修正版" : "Deadline missed: Fix"
                                : inJapanese
                                        ? "期限間近: 担当者の確認"
                                        : "Deadline approaching: Confirmation by a person";
                case ASSIGNED -> inJapanese ? ": 案件のチームへの参加" : ": a place on the case team";
                case REPLIED -> inJapanese ? ": メッセージ" : ": a message";
                case ACCESS ->
                        switch (about.event()) {
                            case GlassBroken _ -> inJapanese ? ": 担当外の案件の閲覧" : ": emergency access";
                            case IdentityRead read when read.unusual() ->
                                    inJapanese ? "通常より多くなっています" : ": unusually many identities";
                            default -> inJapanese ? ": 報告者情報の閲覧" : ": identity of a reporter";
                        };
                case REVIEW -> inJapanese ? ": 公表文の法務レビュー" : ": Legal review of the advisory";
                default -> "";
            };
        }
    }

    private static Heard of(SomeCase some, Class<? extends CaseEvent> type) {
        return some.heard().stream()
                .filter(heard -> type.isInstance(heard.event()))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(
            Template template, SomeCase some, Heard about, String japanese, String english) {
        return row(template, Occasion.EVENT, some, about, japanese, english);
    }

    private static Row row(
            Template template,
            Occasion occasion,
            SomeCase some,
            Heard about,
            String japanese,
            String english) {
        return new Row(
                template,
                occasion,
                some,
                about,
                List.of(japanese.split("\\|")),
                List.of(english.split("\\|")));
    }

    private static List<Row> table() {
        SomeCase some = SomeCase.whole();
        SomeCase clocks = new SomeCase();
        Heard risk =
                clocks.say(
                        new ClockAtRisk(
                                clocks.id,
                                CaseClock.CONFIRMATION,
                                null,
                                clocks.now().plus(Duration.ofHours(3)),
                                clocks.now()));
        Heard breach =
                clocks.say(
                        new ClockBreached(
                                clocks.id,
                                CaseClock.FIX,
                                SomeCase.GATEWAY,
                                clocks.now(),
                                clocks.now()));
        TaskOpened review =
                some.heard().stream()
                        .map(Heard::event)
                        .filter(
                                event ->
                                        event instanceof TaskOpened task
                                                && task.kind() == TaskKind.REVIEW_LEGAL)
                        .map(TaskOpened.class::cast)
                        .findFirst()
                        .orElseThrow();
        Heard asked =
                some.heard().stream().filter(h -> h.event() == review).findFirst().orElseThrow();
        Heard voided =
                some.say(
                        new TaskClosed(
                                some.id, review.task(), review.kind(), TaskEnd.VOID, some.now()));
        Heard opened =
                clocks.say(
                        new GlassBroken(
                                clocks.id,
                                SomeCase.TANAKA,
                                StaffRole.DEVELOPER,
                                clocks.now().plus(Duration.ofHours(4)),
                                clocks.now()));
        Heard looked = clocks.say(looked(clocks, 2, false));
        Heard often = clocks.say(looked(clocks, 11, true));
        return List.of(
                row(
                        Template.ACCESS,
                        clocks,
                        opened,
                        "緊急アクセスが使われました|必要なアクセスだったか、確認|閲覧した人: tanaka|役割: 開発|アクセスの終了: ",
                        "Emergency access was taken|check that it was needed|Who: tanaka|Role: |Access ends: "),
                row(
                        Template.ACCESS,
                        clocks,
                        looked,
                        "身元情報が閲覧されました|閲覧した人: tanaka|目的: 謝辞のため|直近1時間に閲覧した件数: 2",
                        "was looked at|Who: tanaka|Purpose: for the credit|within the hour: 2"),
                row(
                        Template.ACCESS,
                        clocks,
                        often,
                        "通常の件数を超えました|直近1時間に閲覧した件数: 11",
                        "than the desk expects|within the hour: 11"),
                row(
                        Template.NEW_REPORT,
                        clocks,
                        clocks.heard().getFirst(),
                        "新しい報告が届きました|経路: フォーム|未評価|期限: 2026年12月2日(水) 24:00 JST",
                        "A new report has arrived|Channel: form|not assessed yet|Due: Wed 2 Dec 2026, 24:00 JST"),
                row(
                        Template.ASSIGNED,
                        some,
                        of(some, TeamChanged.class),
                        "チームに加わりました|深刻度: 緊急 (Critical)",
                        "on the team of this case|Severity: Critical"),
                row(
                        Template.ESCALATION,
                        some,
                        of(some, Escalated.class),
                        "理由: 暫定の評価で最も高い深刻度|求められる判断: 確認・続行・早期の公表・延期",
                        "Reason: provisionally rated at the highest severity|Decision asked: acknowledge"),
                row(
                        Template.DEPUTY,
                        Occasion.UNANSWERED,
                        some,
                        of(some, Escalated.class),
                        "代理として|理由:|求められる判断:",
                        "act as deputy|Reason:|Decision asked:"),
                row(
                        Template.CLOCK,
                        clocks,
                        risk,
                        "近づいています|期限の種類: 担当者の確認|期限: 2026年12月1日(火)",
                        "is approaching|Clock: Confirmation by a person|Due: Tue 1 Dec 2026"),
                row(
                        Template.CLOCK,
                        clocks,
                        breach,
                        "期限を過ぎました|期限の種類: 修正版(Example Gateway)|担当: ",
                        "deadline has passed|Clock: Fix (Example Gateway)|Owner: "),
                row(
                        Template.CLOCK,
                        Occasion.STILL,
                        clocks,
                        breach,
                        "過ぎたままです|期限の種類: 修正版(Example Gateway)|担当: 開発",
                        "still not met|Clock: Fix (Example Gateway)|Owner: "),
                row(
                        Template.REPLIED,
                        some,
                        of(some, ReporterReplied.class),
                        "報告者からメッセージ",
                        "The reporter has written"),
                row(
                        Template.REVIEW,
                        some,
                        asked,
                        "すること: 公表文の法務レビュー|内容の指紋: 0123-4567|/desk/advisories/" + review.subjectId(),
                        "What to do: Legal review|Fingerprint of the content: 0123-4567|/desk/advisories/"
                                + review.subjectId()),
                row(
                        Template.REVIEW,
                        Occasion.VOIDED,
                        some,
                        voided,
                        "無効になりました|法務レビュー",
                        "is void|Legal review"),
                row(
                        Template.GATE,
                        some,
                        of(some, TaskOpened.class),
                        "リリース前確認を待っている|すること:",
                        "waits for your check|What to do:"));
    }

    private static IdentityRead looked(SomeCase some, int within, boolean unusual) {
        return new IdentityRead(
                some.id,
                some.report,
                SomeCase.TANAKA,
                IdentityPurpose.CREDIT,
                within,
                unusual,
                some.now());
    }

    @TestFactory
    List<DynamicTest> everyMailSaysWhatWaitsAndNothingElse() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Row one : table()) {
            for (var languages : LetterChecks.everyLanguage()) {
                tests.add(
                        dynamicTest(
                                one.template() + " " + one.occasion() + " " + languages,
                                () -> check(one, languages)));
            }
        }
        return tests;
    }

    private static void check(Row one, List<org.hikeshi.policy.Language> languages) {
        UUID cause = one.about().id();
        var owing =
                new Owing(
                        ObligationId.random(),
                        cause,
                        cause,
                        one.occasion(),
                        UUID.randomUUID(),
                        "house",
                        one.template(),
                        one.some().id,
                        new Recipient.Person("sato"),
                        one.some().code,
                        new PolicyVersion("1.0"),
                        Language.BOTH,
                        one.about().at(),
                        "");
        Letter letter =
                StaffLetters.write(
                        LetterChecks.STATIONERY,
                        owing,
                        one.some().facts(),
                        one.about(),
                        new Sight(true, true, java.util.Optional.empty()),
                        java.util.Map.of(SomeCase.GATEWAY.toString(), "Example Gateway"),
                        POLICY,
                        languages);
        LetterChecks.sound(letter);
        if (languages.contains(org.hikeshi.policy.Language.JA)) {
            assertThat(letter.text()).contains(one.japanese()).contains("深刻度: ");
            assertThat(letter.text().contains("期限: ")).isEqualTo(one.isDue());
            assertThat(letter.subject()).contains(one.named(true));
        }
        if (languages.contains(org.hikeshi.policy.Language.EN)) {
            assertThat(letter.text()).contains(one.english()).contains("Severity: ");
            assertThat(letter.text().matches("(?s).*Due(: | next in this case: ).*"))
                    .isEqualTo(one.isDue());
            assertThat(letter.subject()).contains(one.named(false)).doesNotContain("Gateway");
        }
        assertThat(letter.subject()).contains(one.some().code.value());
        assertThat(letter.subject()).doesNotContainIgnoringCase("critical").doesNotContain("緊急");
        assertThat(letter.text())
                .contains("https://security.example.com/desk/cases/" + one.some().id)
                .doesNotContain("CVSS:", "9.8", "CVE-", "<2.4.1", SomeCase.GATEWAY.toString());
    }
}
