package org.hikeshi.triage.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.triage.CaseStory.OFFICE;
import static org.hikeshi.triage.CaseStory.POLICY;
import static org.hikeshi.triage.CaseStory.START;
import static org.hikeshi.triage.CaseStory.hour;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.events.ReopeningReason;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Severity;
import org.hikeshi.triage.CaseStory;
import org.hikeshi.triage.access.CaseState;
import org.hikeshi.triage.clock.CaseTimer;
import org.hikeshi.triage.escalation.Escalations;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.milestone.Milestone;
import org.hikeshi.triage.milestone.MilestoneName;
import org.junit.jupiter.api.Test;

/** A case that had ended before its record was imported: its own times, and nothing to do. */
class EarlierCaseTest {
    private static final Instant NOW = START.plus(Duration.ofDays(300));

    private final CaseStory story = new CaseStory();

    private CaseFacts imported(EarlierRecord record) {
        ReportReceived born = story.received();
        List<CaseEvent> events = new ArrayList<>();
        events.add(
                new ReportReceived(
                        born.caseId(),
                        born.reportId(),
                        born.trackingCode(),
                        null,
                        born.policyVersion(),
                        START,
                        born.source(),
                        born.channel(),
                        born.language(),
                        true,
                        record));
        record.facts(born.caseId(), born.reportId()).forEach(fact -> events.add(fact.event()));
        return CaseFacts.of(events);
    }

    private static EarlierRecord record(Instant confirmed) {
        return new EarlierRecord(
                NOW,
                OFFICE,
                confirmed,
                hour(50),
                Severity.CRITICAL,
                hour(200),
                null,
                hour(400),
                ClosureReason.RESOLVED);
    }

    @Test
    void itStandsWhereItStoodThenAndAsksNobody() {
        CaseFacts facts = imported(record(hour(2)));
        CaseStanding standing = CaseStanding.of(facts, POLICY, NOW);
        assertThat(standing.state()).isEqualTo(CaseState.CLOSED);
        assertThat(standing.stage()).isEqualTo(MilestoneName.CLOSED);
        assertThat(standing.nextAction()).isEqualTo(NextAction.NONE);
        assertThat(standing.milestones().missing()).isEmpty();
        assertThat(standing.milestones().find(MilestoneName.PATCH_READY, null))
                .map(Milestone::at)
                .contains(hour(200));
        assertThat(Escalations.owed(story.caseId, facts, POLICY, NOW)).isEmpty();
        assertThat(standing.clocks().overdue(NOW)).isFalse();
        assertThat(standing.clocks().lookAgain(NOW)).isEmpty();
    }

    @Test
    void onlyClocksOfWhichTheRecordKnowsTheEndAreJudged() {
        List<CaseTimer> kept = clocks(imported(record(hour(2))));
        assertThat(kept)
                .extracting(CaseTimer::clock)
                .contains(CaseClock.CONFIRMATION, CaseClock.FIX)
                .doesNotContain(CaseClock.RECEIPT_MAIL, CaseClock.PROGRESS, CaseClock.PUBLICATION);
        assertThat(state(kept, CaseClock.CONFIRMATION)).isEqualTo(CaseTimer.State.MET);
        assertThat(state(clocks(imported(record(hour(90)))), CaseClock.CONFIRMATION))
                .isEqualTo(CaseTimer.State.MISSED);
    }

    @Test
    void openedAgainHereItIsACaseLikeAnyOther() {
        CaseFacts facts =
                imported(record(hour(2)))
                        .with(new CaseReopened(story.caseId, 2, ReopeningReason.NEW_EVIDENCE, NOW));
        assertThat(CaseStanding.of(facts, POLICY, NOW).state()).isEqualTo(CaseState.SCORED);
        assertThat(Escalations.owed(story.caseId, facts, POLICY, NOW)).isNotEmpty();
        assertThat(clocks(facts))
                .extracting(CaseTimer::clock)
                .contains(CaseClock.RECEIPT_MAIL, CaseClock.PROGRESS);
    }

    private static List<CaseTimer> clocks(CaseFacts facts) {
        return CaseStanding.of(facts, POLICY, NOW).clocks().all();
    }

    private static CaseTimer.State state(List<CaseTimer> clocks, CaseClock clock) {
        return clocks.stream()
                .filter(one -> one.clock() == clock)
                .findFirst()
                .orElseThrow()
                .state(NOW);
    }
}
