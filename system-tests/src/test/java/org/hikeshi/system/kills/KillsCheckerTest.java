package org.hikeshi.system.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hikeshi.system.kills.RunFacts.Answered;
import org.hikeshi.system.kills.RunFacts.CaseRow;
import org.hikeshi.system.kills.RunFacts.Kill;
import org.hikeshi.system.kills.RunFacts.Mail;
import org.hikeshi.system.kills.RunFacts.Stored;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge is judged first: a clean run passes, and each single fault in it is named. */
class KillsCheckerTest {
    private static final Instant T0 = Instant.parse("2026-12-01T05:30:00Z");

    @Test
    void passesACleanRun() {
        assertThat(KillsChecker.judge(cleanRun())).isEqualTo(judgedClean());
    }

    private static KillsChecker.Judgement judgedClean() {
        return new KillsChecker.Judgement(List.of(), 0);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("never stored", f -> f.stored().removeFirst(), "stored 0 times"),
                fault("stored twice", f -> f.stored().add(f.stored().get(3)), "stored 2 times"),
                fault("unanswered", f -> f.answered().removeFirst(), "was never answered"),
                fault("case lost", f -> rows(f, "triage").removeLast(), "triage has []"),
                fault("case doubled", KillsCheckerTest::doubleCase, "release has ["),
                fault("case invented", KillsCheckerTest::inventCase, "disclosure invented case"),
                fault("mail lost", f -> f.mails().removeFirst(), "never acknowledged by mail"),
                fault(
                        "mail doubled",
                        f -> f.mails().add(f.mails().get(1)),
                        "outside the dot window"),
                fault("mail rewritten", KillsCheckerTest::rewriteMail, "two different mails"),
                fault("mail to a stranger", KillsCheckerTest::strangerMail, "reported nothing"),
                fault("anonymous named", KillsCheckerTest::nameAnonymous, "is anonymous"),
                fault("key lost", f -> f.opened().clear(), "opens nothing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void namesEachFault(String name, Consumer<RunFacts> fault, String sentence) {
        RunFacts facts = cleanRun();
        fault.accept(facts);
        assertThat(KillsChecker.judge(facts).violations())
                .anySatisfy(violation -> assertThat(violation).contains(sentence));
    }

    @Test
    void excusesARepeatOnlyInTheDotWindow() {
        assertThat(repeatWith(new Kill("notifier", T0.plusSeconds(1), T0.plusSeconds(9))))
                .isEqualTo(new KillsChecker.Judgement(List.of(), 1));
        assertThat(repeatWith(new Kill("mailbox", T0, T0.plusSeconds(1))))
                .isEqualTo(new KillsChecker.Judgement(List.of(), 1));
        Kill outage = new Kill("postgresql", T0.minusSeconds(3), T0.plusSeconds(8));
        assertThat(repeatWith(outage, new Kill("notifier", T0.plusSeconds(9), T0.plusSeconds(12))))
                .as("nothing could be recorded before the notifier died")
                .isEqualTo(new KillsChecker.Judgement(List.of(), 1));
        assertThat(repeatWith(outage).violations())
                .as("the database alone is no excuse")
                .hasSize(1);
        assertThat(
                        repeatWith(new Kill("notifier", T0.plusSeconds(3), T0.plusSeconds(9)))
                                .violations())
                .as("killed too late")
                .hasSize(1);
        assertThat(
                        repeatWith(new Kill("notifier", T0.minusSeconds(1), T0.plusSeconds(9)))
                                .violations())
                .as("killed before the mail was taken")
                .hasSize(1);
        assertThat(repeatWith(new Kill("kafka", T0, T0.plusSeconds(9))).violations())
                .as("the broker has no part in the dot window")
                .hasSize(1);
    }

    private static KillsChecker.Judgement repeatWith(Kill... kills) {
        RunFacts facts = cleanRun();
        Mail mail = facts.mails().getFirst();
        facts.mails().add(new Mail(mail.to(), mail.messageId(), mail.text(), T0.plusSeconds(20)));
        facts.kills().addAll(List.of(kills));
        return KillsChecker.judge(facts);
    }

    private static Arguments fault(String name, Consumer<RunFacts> fault, String sentence) {
        return Arguments.of(name, fault, sentence);
    }

    private static List<CaseRow> rows(RunFacts facts, String service) {
        return Objects.requireNonNull(facts.cases().get(service));
    }

    private static void doubleCase(RunFacts facts) {
        rows(facts, "release").add(rows(facts, "release").getFirst());
    }

    private static void inventCase(RunFacts facts) {
        rows(facts, "disclosure").add(new CaseRow(UUID.randomUUID(), UUID.randomUUID()));
    }

    private static void rewriteMail(RunFacts facts) {
        Mail mail = facts.mails().get(2);
        facts.mails().add(new Mail(mail.to(), "<other@example.com>", mail.text(), T0));
    }

    private static void strangerMail(RunFacts facts) {
        facts.mails().add(new Mail("stranger@example.com", "<s@example.com>", "", T0));
    }

    private static void nameAnonymous(RunFacts facts) {
        Mail mail = facts.mails().removeFirst();
        facts.mails().add(new Mail(mail.to(), mail.messageId(), mail.text() + " R-0000-0004", T0));
    }

    /** Five reports, the last one anonymous. */
    private static RunFacts cleanRun() {
        RunFacts facts =
                new RunFacts(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new HashMap<>(
                                Map.of(
                                        "triage", new ArrayList<>(),
                                        "release", new ArrayList<>(),
                                        "disclosure", new ArrayList<>())),
                        new ArrayList<>(),
                        new HashSet<>(),
                        new ArrayList<>());
        for (int i = 0; i < 5; i++) {
            String code = "R-0000-000" + i;
            String email = i == 4 ? null : "reporter" + i + "@example.com";
            Stored stored = new Stored(code, UUID.randomUUID(), UUID.randomUUID());
            facts.answered().add(new Answered(code, email));
            facts.stored().add(stored);
            facts.cases()
                    .values()
                    .forEach(rows -> rows.add(new CaseRow(stored.caseId(), stored.reportId())));
            facts.opened().add(code);
            if (email != null) {
                facts.mails().add(new Mail(email, "<" + i + "@example.com>", "Report " + code, T0));
            }
        }
        return facts;
    }
}
