package org.hikeshi.triage.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.triage.CaseStory.hour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hikeshi.events.AdvisoryId;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CustomersTold;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.NoticePublished;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.Severity;
import org.hikeshi.triage.CaseStory;
import org.hikeshi.triage.facts.CaseFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Received Wednesday 3 June 2026, 14:30 in Tokyo, under the default policy. */
class ClocksTest {
    private final CaseStory story = new CaseStory();
    private final CaseFacts received = CaseFacts.of(List.of(story.received()));

    private static CaseTimer find(CaseFacts facts, CaseClock clock) {
        return find(facts, clock, null);
    }

    private static CaseTimer find(CaseFacts facts, CaseClock clock, @Nullable ProductId product) {
        return Clocks.of(facts, CaseStory.POLICY).all().stream()
                .filter(one -> one.clock() == clock)
                .filter(one -> product == null || product.equals(one.product()))
                .findFirst()
                .orElseThrow();
    }

    private static Instant tokyo(String day) {
        return Instant.parse(day + "T15:00:00Z"); // 24:00 of that day in Tokyo
    }

    @Test
    void untilScoredTheStrictestTimeApplies() {
        assertThat(find(received, CaseClock.FIRST_ACTION).dueAt()).contains(tokyo("2026-06-04"));
        assertThat(find(received, CaseClock.MITIGATION).dueAt()).contains(tokyo("2026-06-10"));
    }

    @Test
    void confirmationNeedsThePersonAndTheMail() {
        CaseFacts read = received.with(story.confirmed());

        assertThat(find(read, CaseClock.CONFIRMATION).stoppedAt()).isEmpty();
        assertThat(find(read, CaseClock.FIRST_ACTION).stoppedAt()).contains(hour(2));
        assertThat(find(read.with(story.told(MailTemplate.CONFIRMED, 3)), CaseClock.CONFIRMATION))
                .extracting(CaseTimer::stoppedAt)
                .isEqualTo(Optional.of(hour(3)));
    }

    @Test
    void scoringKeepsTheStartAndTakesTheTimeOfItsSeverity() {
        CaseFacts scored = received.with(story.scored(1, Severity.MEDIUM, PriorityLevel.P3));

        CaseTimer fix = find(scored, CaseClock.FIX, story.product);
        assertThat(fix.startedAt()).isEqualTo(CaseStory.START);
        assertThat(fix.dueAt()).contains(tokyo("2026-09-01"));
    }

    @Test
    void factorsTightenTheClock() {
        CaseFacts raised = received.with(story.scored(1, Severity.MEDIUM, PriorityLevel.P2));

        assertThat(find(raised, CaseClock.FIX, story.product).dueAt())
                .contains(tokyo("2026-07-18")); // High's 45 days
    }

    @Test
    void aLowFixWaitsForTheNextPlannedRelease() {
        CaseFacts low = received.with(story.scored(1, Severity.LOW, PriorityLevel.P4));

        assertThat(find(low, CaseClock.FIX, story.product).dueAt()).isEmpty();
    }

    @Test
    void publicationRunsFromTheFirstVerifiedRemedy() {
        CaseFacts verified =
                received.with(story.scored(1, Severity.CRITICAL, PriorityLevel.P1))
                        .with(story.verified());

        CaseTimer publication = find(verified, CaseClock.PUBLICATION);
        assertThat(publication.warnAt()).contains(hour(9 + 24));
        assertThat(publication.dueAt()).contains(hour(9 + 48));
        assertThat(publication.state(hour(9 + 23))).isEqualTo(CaseTimer.State.RUNNING);
        assertThat(publication.state(hour(9 + 24))).isEqualTo(CaseTimer.State.AT_RISK);
        assertThat(publication.state(hour(9 + 48))).isEqualTo(CaseTimer.State.BREACHED);
        assertThat(find(verified.with(story.disclosed()), CaseClock.PUBLICATION).state(hour(99)))
                .isEqualTo(CaseTimer.State.MET);
    }

    @Test
    void customersAreToldOnTheDayOfPublication() {
        CaseFacts published =
                received.with(story.scored(1, Severity.CRITICAL, PriorityLevel.P1))
                        .with(story.disclosed()); // Thursday 4 June, 21:30Z: Friday in Tokyo

        CaseTimer customers = find(published, CaseClock.CUSTOMER_NOTICE);
        assertThat(customers.startedAt()).isEqualTo(hour(40));
        assertThat(customers.dueAt()).contains(tokyo("2026-06-05"));
        assertThat(customers.state(tokyo("2026-06-05"))).isEqualTo(CaseTimer.State.BREACHED);
        assertThat(
                        find(published.with(story.customersTold(41)), CaseClock.CUSTOMER_NOTICE)
                                .state(hour(99)))
                .isEqualTo(CaseTimer.State.MET);
    }

    @Test
    void whatCustomersWereToldOfAnotherPublicationDoesNotCount() {
        CustomersTold other =
                new CustomersTold(
                        story.caseId, new AdvisoryId(new java.util.UUID(3, 4)), 0, 0, hour(41));
        CaseFacts published =
                received.with(story.scored(1, Severity.CRITICAL, PriorityLevel.P1))
                        .with(story.disclosed())
                        .with(other);

        assertThat(find(published, CaseClock.CUSTOMER_NOTICE).stoppedAt()).isEmpty();
    }

    @Test
    void eachAgreedDateHasItsOwnClockWhateverElseWasPublished() {
        AdvisoryId notice = new AdvisoryId(new java.util.UUID(3, 4));
        AdvisoryId advisory = new AdvisoryId(new java.util.UUID(3, 5));
        CaseFacts facts =
                received.with(planned(notice, 2, 20))
                        .with(
                                new NoticePublished(
                                        story.caseId,
                                        notice,
                                        story.disclosed().publicId(),
                                        story.disclosed().hash(),
                                        hour(20)))
                        .with(planned(advisory, 1, 40));

        List<CaseTimer> dates =
                Clocks.of(facts, CaseStory.POLICY).all().stream()
                        .filter(timer -> timer.clock() == CaseClock.AGREED_DATE)
                        .toList();
        assertThat(dates)
                .extracting(timer -> timer.state(hour(39)))
                .containsExactly(CaseTimer.State.MET, CaseTimer.State.AT_RISK);
    }

    private DisclosurePlanned planned(AdvisoryId advisory, int revision, int date) {
        return new DisclosurePlanned(story.caseId, advisory, revision, hour(date), hour(10));
    }

    @Test
    void anIndividualDeadlineOfTheHighestRevisionCounts() {
        CaseFacts scored = received.with(story.scored(1, Severity.HIGH, PriorityLevel.P2));
        CaseFacts moved = scored.with(set(2, hour(500))).with(set(1, hour(400)));

        assertThat(find(moved, CaseClock.FIX, story.product).dueAt()).contains(hour(500));
        assertThat(find(moved, CaseClock.FIX, story.product).individual()).isTrue();
    }

    private DeadlineSet set(int revision, Instant due) {
        return new DeadlineSet(
                story.caseId,
                revision,
                CaseClock.FIX,
                null,
                null,
                due,
                DeadlineReason.INDIVIDUAL,
                hour(5));
    }

    @Test
    void progressRunsFromTheLastWordUntilTheCaseEnds() {
        CaseFacts told = received.with(story.told(MailTemplate.RECEIPT, 1));
        CaseFacts again = told.with(story.told(MailTemplate.CONFIRMED, 48));

        assertThat(find(told, CaseClock.PROGRESS).dueAt()).contains(tokyo("2026-06-17"));
        assertThat(find(again, CaseClock.PROGRESS).dueAt()).contains(tokyo("2026-06-19"));
        assertThat(find(again.with(story.closed(1, 50)), CaseClock.PROGRESS).state(hour(9_000)))
                .isEqualTo(CaseTimer.State.ENDED);
    }

    @Test
    void withoutAWarningTheLastQuarterIsAtRisk() {
        CaseTimer first = find(received, CaseClock.FIRST_ACTION);
        Duration whole = Duration.between(first.startedAt(), first.dueAt().orElseThrow());

        assertThat(first.warnAt())
                .contains(first.startedAt().plus(whole.multipliedBy(3).dividedBy(4)));
    }
}
