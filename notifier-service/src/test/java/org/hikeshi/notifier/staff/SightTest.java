package org.hikeshi.notifier.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.events.Absence;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.ClockBreached;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.EscalationId;
import org.hikeshi.events.EscalationReason;
import org.hikeshi.events.GlassBroken;
import org.hikeshi.events.Language;
import org.hikeshi.events.ObligationId;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.events.Severity;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.SubjectId;
import org.hikeshi.events.TaskId;
import org.hikeshi.events.TaskKind;
import org.hikeshi.events.TaskOpened;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.events.TeamMember;
import org.hikeshi.mail.MailAddress;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.letter.Letter;
import org.hikeshi.notifier.letter.LetterChecks;
import org.hikeshi.notifier.people.Colleague;
import org.hikeshi.notifier.people.People;
import org.hikeshi.notifier.telling.Heard;
import org.hikeshi.notifier.telling.SomeCase;
import org.hikeshi.policy.PolicyFile;
import org.junit.jupiter.api.Test;

/** A letter names what its reader may open, and nothing else. */
class SightTest {
    private final SomeCase some = new SomeCase();
    private final People people =
            new People(
                    Map.of(
                            "chief", one("chief", "ciso"),
                            "unyo", one("unyo", "it-operations"),
                            "mori", one("mori", "developer")),
                    Map.of());

    private static Colleague one(String id, String role) {
        return new Colleague(id, new MailAddress(id, "example.com"), Language.JA, Set.of(role));
    }

    private Sight sight(String staff, Instant now) {
        return Sight.of(new Recipient.Person(staff), people, some.facts(), now, now);
    }

    @Test
    void operationsIsToldOfEmergencyAccessWithoutWhatItMayNotOpen() {
        some.scored(1, Severity.CRITICAL, "9.8");
        Heard taken =
                some.say(
                        new GlassBroken(
                                some.id,
                                new StaffId("bengo"),
                                StaffRole.LEGAL,
                                some.now().plus(Duration.ofHours(4)),
                                some.now()));

        assertThat(letter("chief", taken).text())
                .contains("深刻度: ", "/desk/cases/" + some.id, "/desk/audit", "理由は");
        assertThat(letter("unyo", taken).text())
                .contains(some.code.value(), "bengo", "閲覧範囲に含まれていません")
                .doesNotContain("深刻度", "緊急 ", "/desk/cases", "/desk/audit", "理由は");
        some.say(
                new TeamChanged(
                        some.id,
                        1,
                        List.of(new TeamMember(new StaffId("unyo"), StaffRole.IT_OPERATIONS)),
                        some.now()));
        assertThat(letter("unyo", taken).text())
                .as("on the team they see the case, not the record")
                .contains("深刻度: ", "/desk/cases/" + some.id)
                .doesNotContain("/desk/audit", "理由は");
    }

    @Test
    void aDeputySeesTheCaseAsLongAsTheAbsenceLastsAndIsToldForWhom() {
        Instant from = some.now();
        Instant until = from.plus(Duration.ofDays(2));
        Heard team =
                some.say(
                        new TeamChanged(
                                some.id,
                                1,
                                List.of(new TeamMember(SomeCase.TANAKA, StaffRole.DEVELOPER)),
                                some.now(),
                                List.of(
                                        new Absence(
                                                SomeCase.TANAKA,
                                                new StaffId("mori"),
                                                from,
                                                until))));

        assertThat(sight("mori", from.minusSeconds(1)).theCase()).isFalse();
        assertThat(sight("mori", from).theCase()).isTrue();
        assertThat(sight("mori", until).theCase()).isFalse();
        assertThat(sight("unyo", from).theCase()).isFalse();
        Letter letter = letter(Template.ASSIGNED, "mori", team);
        assertThat(letter.subject()).endsWith(": 不在の方の代理");
        assertThat(letter.text()).contains("代理として、この案件の担当になりました", "あなたが代理を務める方: tanaka", "代理の終了: ");
    }

    @Test
    void aLateMailShowsADeputyNothingAnyMore() {
        Instant from = some.now();
        Absence away =
                new Absence(
                        SomeCase.TANAKA, new StaffId("mori"), from, from.plus(Duration.ofDays(2)));
        some.scored(1, Severity.CRITICAL, "9.8");
        some.say(
                new TeamChanged(
                        some.id,
                        1,
                        List.of(new TeamMember(SomeCase.TANAKA, StaffRole.DEVELOPER)),
                        some.now(),
                        List.of(away)));
        Heard task =
                some.say(
                        new TaskOpened(
                                some.id,
                                TaskId.random(),
                                TaskKind.REVIEW_SECURITY,
                                StaffRole.DEVELOPER,
                                null,
                                SubjectId.random(),
                                null,
                                some.now(),
                                SomeCase.TANAKA));

        assertThat(review("mori", task, from, from).text())
                .contains("深刻度: ", "/desk/cases/" + some.id, "/desk/releases/");
        assertThat(review("mori", task, from, away.until()).text())
                .contains(some.code.value(), "閲覧範囲に含まれていません")
                .doesNotContain("深刻度", "/desk/cases", "/desk/releases");
    }

    /** Whoever a letter goes to, and why: outside the team it says nothing of the case. */
    @Test
    void whoIsToldByRoleAloneIsToldNothingOfTheCase() {
        some.scored(1, Severity.CRITICAL, "9.8");
        Instant due = some.now().plus(Duration.ofDays(1));
        List<Heard> told =
                List.of(
                        some.say(
                                new TaskOpened(
                                        some.id,
                                        TaskId.random(),
                                        TaskKind.REVIEW_SECURITY,
                                        StaffRole.DEVELOPER,
                                        null,
                                        SubjectId.random(),
                                        due,
                                        some.now(),
                                        null,
                                        new ContentHash("0123456789abcdef".repeat(4)))),
                        some.say(
                                new ClockBreached(
                                        some.id, CaseClock.FIX, SomeCase.GATEWAY, due, some.now())),
                        some.say(
                                new Escalated(
                                        some.id,
                                        EscalationId.random(),
                                        EscalationReason.PROVISIONAL_CRITICAL,
                                        some.now())));
        List<Template> templates = List.of(Template.GATE, Template.CLOCK, Template.ESCALATION);
        some.say(
                new DeadlineSet(
                        some.id,
                        1,
                        CaseClock.FIX,
                        SomeCase.GATEWAY,
                        null,
                        Instant.parse("2027-01-20T00:00:00Z"),
                        DeadlineReason.SCORED,
                        some.now()));
        some.say(
                new TeamChanged(
                        some.id,
                        1,
                        List.of(new TeamMember(SomeCase.TANAKA, StaffRole.DEVELOPER)),
                        some.now()));
        List<String> secrets =
                List.of(
                        "深刻度",
                        "緊急 (",
                        "最も高い",
                        "Example Gateway",
                        "tanaka",
                        "0123-4567",
                        "1月20日",
                        "/desk/");
        for (int at = 0; at < told.size(); at++) {
            Heard about = told.get(at);
            for (String outside : List.of("mori", "unyo")) {
                assertThat(letter(templates.get(at), outside, about).text())
                        .as("%s to %s", templates.get(at), outside)
                        .contains(some.code.value(), "閲覧範囲に含まれていません")
                        .doesNotContain(secrets);
            }
            assertThat(letter(templates.get(at), "chief", about).text())
                    .contains("深刻度: ", "/desk/cases/" + some.id);
        }
        assertThat(letter(Template.GATE, "chief", told.get(0)).text())
                .contains("0123-4567", "/desk/releases/");
        assertThat(letter(Template.CLOCK, "chief", told.get(1)).text())
                .contains("Example Gateway", "tanaka");
        assertThat(letter(Template.ESCALATION, "chief", told.get(2)).text()).contains("最も高い");
    }

    private Letter review(String staff, Heard about, Instant told, Instant written) {
        Sight seen = Sight.of(new Recipient.Person(staff), people, some.facts(), told, written);
        return letter(Template.GATE, staff, about, seen);
    }

    private Letter letter(String staff, Heard about) {
        return letter(Template.ACCESS, staff, about);
    }

    private Letter letter(Template template, String staff, Heard about) {
        return letter(template, staff, about, sight(staff, about.at()));
    }

    private Letter letter(Template template, String staff, Heard about, Sight sight) {
        var owing =
                new Owing(
                        ObligationId.random(),
                        about.id(),
                        about.id(),
                        Occasion.EVENT,
                        UUID.randomUUID(),
                        "house",
                        template,
                        some.id,
                        new Recipient.Person(staff),
                        some.code,
                        new PolicyVersion("1.0"),
                        Language.JA,
                        about.at(),
                        "");
        Letter letter =
                StaffLetters.write(
                        LetterChecks.STATIONERY,
                        owing,
                        some.facts(),
                        about,
                        sight,
                        Map.of(SomeCase.GATEWAY.toString(), "Example Gateway"),
                        PolicyFile.loadBundled("default").policy(),
                        List.of(org.hikeshi.policy.Language.JA));
        LetterChecks.sound(letter);
        return letter;
    }
}
