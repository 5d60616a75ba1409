package org.hikeshi.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hikeshi.system.journey.Outcome.Mail;
import org.hikeshi.system.journey.Promises.Promised;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The judge is judged first: what was promised passes, and each single fault in it is named. */
class OutcomeJudgeTest {
    private static final Instant T0 = Instant.parse("2026-12-01T05:30:00Z");
    private static final Promised WHOLE = PromisesOfE.all().whole();

    @Test
    void passesWhatWasPromised() {
        assertThat(OutcomeJudge.faults(WHOLE, kept(), OutcomeJudge.NO_EXCUSE)).isEmpty();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("a mail lost", o -> o.mails().removeFirst(), "mail missing 1 times"),
                fault(
                        "a mail too many",
                        o -> o.mails().add(mail("stranger@example.com | en | News", 999)),
                        "mail too many 1 times: stranger"),
                fault(
                        "the same mail owed twice",
                        o -> o.mails().add(mail(o.mails().getFirst().line(), 999)),
                        "mail too many 1 times"),
                fault(
                        "a mail repeated",
                        o -> o.mails().add(o.mails().getFirst()),
                        "doubled outside the dot window"),
                fault("a fact lost", o -> o.facts().remove("scored"), "fact missing 1 times"),
                fault(
                        "a fact said twice",
                        o -> o.facts().add("ota-started"),
                        "fact too many 1 times: ota-started"),
                fault(
                        "a task left open",
                        o -> o.tasks().add("close-case: security-office"),
                        "open task too many 1 times"),
                fault(
                        "a milestone not reached",
                        o -> o.milestones().put("disclosed", "due"),
                        "milestone missing 1 times: disclosed is done"),
                fault(
                        "a file not published",
                        o -> o.files().remove("/advisories/SA.en"),
                        "public file missing 1 times"),
                fault(
                        "a file nobody approved",
                        o -> o.files().add("/advisories/SA.de"),
                        "public file too many 1 times"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void namesEachFault(String name, Consumer<Outcome> fault, String sentence) {
        Outcome outcome = kept();
        fault.accept(outcome);
        assertThat(OutcomeJudge.faults(WHOLE, outcome, OutcomeJudge.NO_EXCUSE))
                .anySatisfy(one -> assertThat(one).contains(sentence));
    }

    @Test
    void excusesARepeatInTheDotWindowOnly() {
        Outcome outcome = kept();
        outcome.mails().add(outcome.mails().getFirst());
        assertThat(OutcomeJudge.faults(WHOLE, outcome, T0::equals)).isEmpty();
        assertThat(OutcomeJudge.faults(WHOLE, outcome, accepted -> accepted.isAfter(T0)))
                .hasSize(1);
    }

    private static Arguments fault(String name, Consumer<Outcome> fault, String sentence) {
        return Arguments.of(name, fault, sentence);
    }

    private static Mail mail(String line, int number) {
        return new Mail(line, "<" + number + "@example.com>", T0);
    }

    private static Outcome kept() {
        List<Mail> mails = new ArrayList<>();
        WHOLE.mails().forEach(line -> mails.add(mail(line, mails.size())));
        return new Outcome(
                mails,
                new ArrayList<>(WHOLE.facts()),
                new HashSet<>(WHOLE.tasks()),
                new HashMap<>(WHOLE.milestones()),
                new HashSet<>(WHOLE.files()));
    }
}
