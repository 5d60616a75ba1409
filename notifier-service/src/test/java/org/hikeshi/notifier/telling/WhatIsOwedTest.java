package org.hikeshi.notifier.telling;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.notifier.telling.SomeCase.GATEWAY;
import static org.hikeshi.notifier.telling.SomeCase.PEOPLE;
import static org.hikeshi.notifier.telling.SomeCase.RECEIVED;
import static org.hikeshi.notifier.telling.SomeCase.SATO;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.hikeshi.events.*;
import org.hikeshi.notifier.ledger.Occasion;
import org.hikeshi.notifier.ledger.Recipient;
import org.hikeshi.notifier.ledger.Template;
import org.hikeshi.notifier.people.People;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is told what because of which facts: the table of the practice, as a function. */
class WhatIsOwedTest {
    private static final Policy POLICY = PolicyFile.loadBundled("default").policy();

    private static WhatIsOwed owed(CaseFacts facts, Instant moment) {
        return WhatIsOwed.of(facts, PEOPLE, version -> POLICY, moment);
    }

    private static List<Due> all(SomeCase some) {
        return owed(some.facts(), some.now()).now();
    }

    private static List<Template> toReporter(SomeCase some) {
        return all(some).stream()
                .filter(due -> due.recipient() instanceof Recipient.Reporter)
                .map(Due::template)
                .toList();
    }

    private static Set<String> recipients(SomeCase some, Template template) {
        return all(some).stream()
                .filter(due -> due.template() == template)
                .map(due -> due.recipient().reference())
                .collect(toSet());
    }

    @Test
    void aWholeCaseTellsTheReporterEachThingOnce() {
        assertThat(toReporter(SomeCase.whole()))
                .containsExactly(
                        Template.RECEIPT,
                        Template.CONFIRMED,
                        Template.QUESTION,
                        Template.RESULT,
                        Template.MITIGATION,
                        Template.DATE,
                        Template.BEGUN,
                        Template.COMPLETED,
                        Template.DATE,
                        Template.DATE,
                        Template.PUBLISHED,
                        Template.REVISED,
                        Template.CLOSURE);
    }

    /** Nothing rests on the order of arrival (design §3). */
    @Test
    void theSameFactsInAnyOrderOweTheSame() {
        SomeCase some = SomeCase.whole();
        Set<Due> expected = Set.copyOf(all(some));
        List<Heard> shuffled = new ArrayList<>(some.heard());
        var random = new Random(20261201);
        for (int i = 0; i < 500; i++) {
            Collections.shuffle(shuffled, random);
            CaseFacts facts = CaseFacts.of(some.id, shuffled, List.of());
            assertThat(Set.copyOf(owed(facts, some.now()).now())).isEqualTo(expected);
        }
    }

    /** Every order of a small case, each fact handled as it comes: the last word is the same. */
    @Test
    void everyPermutationOfASmallCaseEndsAlike() {
        var some = new SomeCase();
        some.say(new CaseConfirmed(some.id, some.report, some.now(), SATO, null));
        some.scored(1, Severity.HIGH, "8.1");
        some.scored(2, Severity.CRITICAL, "9.8");
        some.say(
                new TeamChanged(
                        some.id,
                        1,
                        List.of(new TeamMember(SomeCase.TANAKA, StaffRole.DEVELOPER)),
                        some.now()));
        some.task(TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER, null);
        Set<Due> expected = Set.copyOf(all(some));
        List<List<Heard>> orders = permutations(some.heard());

        assertThat(orders).hasSize(720);
        assertThat(orders)
                .allSatisfy(
                        order ->
                                assertThat(
                                                Set.copyOf(
                                                        owed(
                                                                        CaseFacts.of(
                                                                                some.id, order,
                                                                                List.of()),
                                                                        some.now())
                                                                .now()))
                                        .isEqualTo(expected));
    }

    private static List<List<Heard>> permutations(List<Heard> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        return of.stream()
                .flatMap(
                        first ->
                                permutations(of.stream().filter(h -> h != first).toList()).stream()
                                        .map(
                                                rest ->
                                                        Stream.concat(
                                                                        Stream.of(first),
                                                                        rest.stream())
                                                                .toList()))
                .toList();
    }

    @Test
    void beforeTheReceiptWasHeardNothingIsOwedToAnybody() {
        SomeCase some = SomeCase.whole();
        List<Heard> without = some.heard().subList(1, some.heard().size());

        assertThat(owed(CaseFacts.of(some.id, without, List.of()), some.now()).now()).isEmpty();
    }

    @Test
    void causeTemplateAndRecipientAreUnique() {
        List<Due> all = all(SomeCase.whole());

        assertThat(all.stream().map(Due::key)).doesNotHaveDuplicates();
    }

    @Test
    void aRescoringIsAChange() {
        var some = new SomeCase();
        some.scored(1, Severity.HIGH, "8.1");
        some.scored(2, Severity.CRITICAL, "9.8");

        assertThat(toReporter(some))
                .containsExactly(Template.RECEIPT, Template.RESULT, Template.TIMELINE);
    }

    @Test
    void aDateIsToldApartOnlyIfSomebodyMovedIt() {
        var some = new SomeCase();
        Instant due = some.now().plus(Duration.ofDays(30));
        some.say(deadline(some, 1, null, due, DeadlineReason.SCORED));
        assertThat(toReporter(some)).containsExactly(Template.RECEIPT);

        some.say(deadline(some, 2, due, due.plusSeconds(9), DeadlineReason.INDIVIDUAL));
        assertThat(toReporter(some)).containsExactly(Template.RECEIPT, Template.TIMELINE);
    }

    /** A link to a key is no word about the case: the rhythm of words goes on as it was. */
    @Test
    void aLostKeyIsAnsweredAndMovesNoPromise() {
        var some = new SomeCase();
        var quiet = owed(some.facts(), some.now()).lookAgain();
        some.say(new AccessKeyAsked(some.id, some.report, some.now()));

        assertThat(toReporter(some)).containsExactly(Template.RECEIPT, Template.ACCESS_KEY);
        assertThat(owed(some.facts(), some.now()).lookAgain()).isEqualTo(quiet);
    }

    /** Of a record from elsewhere whatever was owed was owed then; what is decided here is told. */
    @Test
    void anEarlierRecordOwesNobodyUntilItIsOpenedAgain() {
        var some = new SomeCase();
        Heard receipt = some.heard().getFirst();
        ReportReceived now = (ReportReceived) receipt.event();
        var record =
                new EarlierRecord(
                        some.now(),
                        SATO,
                        null,
                        null,
                        null,
                        null,
                        null,
                        some.now(),
                        ClosureReason.RESOLVED);
        var earlier =
                new ReportReceived(
                        now.caseId(),
                        now.reportId(),
                        now.trackingCode(),
                        null,
                        now.policyVersion(),
                        now.receivedAt(),
                        now.source(),
                        Channel.STAFF,
                        now.language(),
                        false,
                        record);
        Heard imported = new Heard(receipt.id(), receipt.at(), receipt.correlation(), earlier);
        CaseFacts facts = CaseFacts.of(some.id, List.of(imported), List.of());
        Instant later = some.now().plus(Duration.ofDays(400));
        assertThat(owed(facts, later)).isEqualTo(new WhatIsOwed(List.of(), Optional.empty()));

        Heard reopened =
                some.say(new CaseReopened(some.id, 2, ReopeningReason.NEW_EVIDENCE, some.now()));
        CaseFacts open = CaseFacts.of(some.id, List.of(imported, reopened), List.of());
        assertThat(owed(open, some.now()).now())
                .extracting(Due::template)
                .contains(Template.PROGRESS);
    }

    private static DeadlineSet deadline(
            SomeCase some,
            int revision,
            @Nullable Instant before,
            Instant now,
            DeadlineReason reason) {
        return new DeadlineSet(
                some.id, revision, CaseClock.FIX, GATEWAY, before, now, reason, some.now());
    }

    /** Three dates by one act are one letter; another act on the same day is another one. */
    @Test
    void whatOneActMovedIsOneLetterWhicheverWasHeardFirst() {
        var some = new SomeCase();
        Instant due = some.now().plus(Duration.ofDays(30));
        Instant at = some.now();
        int revision = 1;
        for (var clock : List.of(CaseClock.MITIGATION, CaseClock.FIX, CaseClock.PUBLICATION)) {
            some.say(
                    new DeadlineSet(
                            some.id, revision++, clock, null, null, due, DeadlineReason.PLAN, at));
        }
        Set<Due.Key> one = letters(some, some.heard());
        assertThat(one).hasSize(1);
        for (List<Heard> order : permutations(some.heard().subList(1, 4))) {
            List<Heard> soFar = new ArrayList<>(List.of(some.heard().getFirst()));
            for (Heard heard : order) {
                soFar.add(heard);
                assertThat(letters(some, soFar)).isEqualTo(one);
            }
        }
        some.after(Duration.ofMinutes(1));
        some.say(deadline(some, revision, due, due.plusSeconds(9), DeadlineReason.PLAN));
        assertThat(letters(some, some.heard())).hasSize(2);
    }

    private static Set<Due.Key> letters(SomeCase some, List<Heard> heard) {
        return owed(CaseFacts.of(some.id, heard, List.of()), some.now()).now().stream()
                .filter(due -> due.template() == Template.TIMELINE)
                .map(Due::key)
                .collect(toSet());
    }

    @Test
    void aQuestionIsRemindedTwiceUnlessAnswered() {
        var some = new SomeCase();
        Instant asked = some.now();
        some.say(
                new ReporterAsked(
                        some.id, some.report, MessageId.random(), asked.plus(Duration.ofDays(6))));

        assertThat(owed(some.facts(), asked.plus(Duration.ofDays(2))).lookAgain())
                .contains(asked.plus(Duration.ofDays(3)));
        assertThat(questions(some, asked.plus(Duration.ofDays(7))))
                .containsExactly(Occasion.EVENT, Occasion.FIRST_REMINDER, Occasion.SECOND_REMINDER);

        some.after(Duration.ofDays(4));
        some.say(new ReporterReplied(some.id, some.report, MessageId.random(), some.now()));
        assertThat(questions(some, asked.plus(Duration.ofDays(7))))
                .containsExactly(Occasion.EVENT, Occasion.FIRST_REMINDER);
    }

    private static List<Occasion> questions(SomeCase some, Instant moment) {
        return owed(some.facts(), moment).now().stream()
                .filter(due -> due.template() == Template.QUESTION)
                .map(Due::occasion)
                .toList();
    }

    @Test
    void somethingIsSaidAlsoWhenNothingMovedUntilTheEnd() {
        var some = new SomeCase();
        assertThat(rhythm(some, Duration.ofDays(10))).isEmpty();
        assertThat(rhythm(some, Duration.ofDays(14))).hasSize(1);
        assertThat(rhythm(some, Duration.ofDays(40))).hasSize(1);

        some.after(Duration.ofDays(12));
        some.say(new CaseConfirmed(some.id, some.report, some.now(), SATO, null));
        assertThat(rhythm(some, Duration.ofDays(14))).as("there was a word meanwhile").isEmpty();
        assertThat(rhythm(some, Duration.ofDays(26))).hasSize(1);

        some.say(new CaseClosed(some.id, 1, ClosureReason.KNOWN, null, some.now(), SATO));
        assertThat(rhythm(some, Duration.ofDays(60))).as("closed").isEmpty();
    }

    private static List<Due> rhythm(SomeCase some, Duration after) {
        return owed(some.facts(), RECEIVED.plus(after)).now().stream()
                .filter(due -> due.occasion() == Occasion.RHYTHM)
                .toList();
    }

    /** The promise is kept when the mail is read, not when it is begun. */
    @Test
    void theRhythmIsAheadOfItsDate() {
        var some = new SomeCase();
        Instant promised = ProgressRhythm.promised(RECEIVED, POLICY).orElseThrow();

        assertThat(rhythm(some, Duration.ofDays(14)).getFirst().at())
                .isBefore(promised.minus(Duration.ofDays(1)))
                .isAfter(RECEIVED.plus(Duration.ofDays(11)));
    }

    @Test
    void aJoinedReportIsCaughtUpOnceAndToldFromThenOn() {
        var some = new SomeCase();
        some.scored(1, Severity.HIGH, "8.1");
        var second = new SomeCase();
        some.say(new ReportJoined(some.id, second.report, second.id, some.now()));
        some.say(
                new MitigationReady(some.id, RemediationId.random(), List.of(GATEWAY), some.now()));
        var joined = new Recipient.Reporter(second.report);
        CaseFacts facts = CaseFacts.of(some.id, some.heard(), second.heard());

        List<Due> told =
                owed(facts, some.now()).now().stream()
                        .filter(due -> due.recipient().equals(joined))
                        .toList();

        assertThat(told)
                .extracting(Due::template)
                .containsExactly(Template.PROGRESS, Template.MITIGATION);
        assertThat(told.getFirst().occasion()).isEqualTo(Occasion.CAUGHT_UP);
        assertThat(told).allMatch(due -> due.code().equals(second.code));
    }

    @Test
    void aReceiptHeardAfterTheJoiningChangesNothing() {
        var some = new SomeCase();
        var second = new SomeCase();
        some.say(new ReportJoined(some.id, second.report, second.id, some.now()));
        CaseFacts early = CaseFacts.of(some.id, some.heard(), List.of());
        CaseFacts late = CaseFacts.of(some.id, some.heard(), second.heard());

        assertThat(owed(early, some.now()).now())
                .noneMatch(due -> due.template() == Template.PROGRESS);
        assertThat(owed(late, some.now()).now())
                .anyMatch(due -> due.template() == Template.PROGRESS);
    }

    @Test
    void nobodyGetsAMailForWhatTheyDid() {
        var some = new SomeCase();
        some.say(new CaseConfirmed(some.id, some.report, some.now(), SATO, null));
        some.say(
                new TeamChanged(
                        some.id,
                        1,
                        List.of(
                                new TeamMember(SATO, StaffRole.SECURITY_OFFICE),
                                new TeamMember(SomeCase.TANAKA, StaffRole.DEVELOPER)),
                        some.now()));
        some.task(TaskKind.REVIEW_TECHNICAL, StaffRole.SECURITY_OFFICE, SATO);

        assertThat(recipients(some, Template.ASSIGNED)).containsExactly("staff:tanaka");
        assertThat(recipients(some, Template.REVIEW)).containsExactly("staff:kato");
    }

    @Test
    void onlyTheDevelopersOnTheTeamAreTold() {
        var some = new SomeCase();
        some.task(TaskKind.REVIEW_SECURITY, StaffRole.DEVELOPER, null);
        assertThat(recipients(some, Template.GATE))
                .containsExactlyInAnyOrder("staff:mori", "staff:tanaka");

        some.say(
                new TeamChanged(
                        some.id,
                        1,
                        List.of(new TeamMember(SomeCase.TANAKA, StaffRole.DEVELOPER)),
                        some.now()));
        assertThat(recipients(some, Template.GATE)).containsExactly("staff:tanaka");
    }

    /** Who watches over access hears of it, but nobody of their own. */
    @Test
    void accessOutOfTheOrdinaryIsToldToThoseWhoWatch() {
        var some = new SomeCase();
        some.say(
                new IdentityRead(
                        some.id, some.report, SATO, IdentityPurpose.LEGAL, 1, false, some.now()));
        Set<String> watching = recipients(some, Template.ACCESS);
        assertThat(watching).hasSizeGreaterThanOrEqualTo(3).doesNotContain("staff:sato");

        var other = new SomeCase();
        assertThat(watching).contains("staff:chief");
        other.say(
                new GlassBroken(
                        other.id,
                        new StaffId("chief"),
                        StaffRole.LEGAL,
                        other.now().plus(Duration.ofHours(4)),
                        other.now()));
        assertThat(recipients(other, Template.ACCESS)).doesNotContain("staff:chief").isNotEmpty();
    }

    @Test
    void aRoleWithoutPeopleIsSeenAsNotTold() {
        WhatIsOwed owed =
                WhatIsOwed.of(new SomeCase().facts(), People.NONE, version -> POLICY, RECEIVED);

        assertThat(owed.now())
                .filteredOn(due -> due.template() == Template.NEW_REPORT)
                .extracting(due -> due.recipient().reference())
                .containsExactly("role:security-office");
    }

    @Test
    void theDeputyIsAskedWhenNobodyDecides() {
        var some = new SomeCase();
        Instant at = some.now();
        var escalation = EscalationId.random();
        some.say(new Escalated(some.id, escalation, EscalationReason.LEAK, at));

        assertThat(recipients(some, Template.ESCALATION)).containsExactly("staff:chief");
        assertThat(recipients(some, Template.DEPUTY)).isEmpty();
        assertThat(owed(some.facts(), at).lookAgain()).contains(at.plus(Duration.ofMinutes(30)));
        some.after(Duration.ofMinutes(31));
        assertThat(recipients(some, Template.DEPUTY)).containsExactly("staff:kato");
    }

    @Test
    void aDecisionInTimeSparesTheDeputy() {
        var some = new SomeCase();
        var escalation = EscalationId.random();
        some.say(new Escalated(some.id, escalation, EscalationReason.LEAK, some.now()));
        some.say(
                new EscalationDecided(
                        some.id,
                        escalation,
                        EscalationDecision.GO_ON,
                        some.now(),
                        new StaffId("chief")));
        some.after(Duration.ofMinutes(31));

        assertThat(recipients(some, Template.DEPUTY)).isEmpty();
    }

    @Test
    void aMissedDeadlineIsSpokenOfDailyUntilItIsMet() {
        var some = new SomeCase();
        Instant at = some.now();
        some.say(new ClockBreached(some.id, CaseClock.CONFIRMATION, null, at, at));

        assertThat(clocks(some, at)).containsExactly(Occasion.EVENT);
        assertThat(clocks(some, at.plus(Duration.ofDays(3))))
                .containsExactly(Occasion.EVENT, Occasion.STILL);
        some.after(Duration.ofHours(30));
        some.say(new CaseConfirmed(some.id, some.report, some.now(), SATO, null));
        assertThat(clocks(some, at.plus(Duration.ofDays(3)))).containsExactly(Occasion.EVENT);
    }

    private static List<Occasion> clocks(SomeCase some, Instant moment) {
        return owed(some.facts(), moment).now().stream()
                .filter(due -> due.template() == Template.CLOCK)
                .filter(due -> due.recipient().reference().equals("staff:chief"))
                .map(Due::occasion)
                .toList();
    }

    @Test
    void customersAreToldAtPublicationAsThePolicySays() {
        SomeCase some = SomeCase.whole();

        assertThat(recipients(some, Template.CUSTOMERS_TOLD)).containsExactly("customers");
        assertThat(recipients(some, Template.CRITICAL_UPDATE))
                .as("this policy tells administrators nothing before publication")
                .isEmpty();
    }

    @Test
    void everyMailHasItsFact() {
        Set<Template> seen = EnumSet.noneOf(Template.class);
        SomeCase whole = SomeCase.whole();
        all(whole).forEach(due -> seen.add(due.template()));

        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen)))
                .as("not part of a good case")
                .containsExactlyInAnyOrder(
                        Template.TIMELINE,
                        Template.CLOSED,
                        Template.PROGRESS,
                        Template.ACCESS_KEY,
                        Template.CRITICAL_UPDATE,
                        Template.DEPUTY,
                        Template.ACCESS,
                        Template.CLOCK);
    }

    /** Told to nobody by themselves, on purpose; what waits for somebody comes as a task. */
    private static final Set<Class<?>> TOLD_TO_NOBODY =
            Set.of(
                    ReporterNotified.class,
                    DeliveryFailed.class,
                    CustomersTold.class,
                    CaseMarked.class,
                    EscalationDecided.class,
                    RemedyVerified.class,
                    OtaHalted.class,
                    AdvisoryApproved.class);

    /**
     * Not part of the good case, and told: each is looked at in a test of its own or of letters.
     */
    private static final Set<Class<?>> TOLD_ELSEWHERE =
            Set.of(
                    AccessKeyAsked.class,
                    IdentityRead.class,
                    GlassBroken.class,
                    DisclosureDateAnswered.class,
                    FixChecked.class,
                    FeedbackGiven.class,
                    ClosureObjected.class,
                    ReportJoined.class,
                    CaseReopened.class,
                    ClockAtRisk.class,
                    ClockBreached.class,
                    DeadlineSet.class,
                    NoticePublished.class,
                    PatchReady.class,
                    AdvisoryWithdrawn.class,
                    TaskClosed.class);

    @Test
    void forEveryEventSomebodyHasDecidedWhoIsTold() {
        SomeCase whole = SomeCase.whole();
        Set<java.util.UUID> about = all(whole).stream().map(Due::about).collect(toSet());
        Set<Class<?>> decided =
                whole.heard().stream()
                        .filter(heard -> about.contains(heard.id()))
                        .map(heard -> heard.event().getClass())
                        .collect(toSet());
        decided.addAll(TOLD_TO_NOBODY);
        decided.addAll(TOLD_ELSEWHERE);

        assertThat(decided).contains(CaseEvent.class.getPermittedSubclasses());
    }
}
