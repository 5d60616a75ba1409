package org.hikeshi.triage.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hikeshi.triage.CaseStory.hour;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.EscalationDecision;
import org.hikeshi.events.TaskKind;
import org.hikeshi.triage.CaseStory;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.standing.CaseStanding;
import org.junit.jupiter.api.Test;

/** The CISO is asked for a decision; "I have heard it" stops the clock, not the task (E5.2-esc). */
class EscalationTasksTest {
    private static final Duration DEPUTY =
            Duration.ofMinutes(30); // as the default policy has it, clock 12

    private final CaseStory story = new CaseStory();

    private List<OwedTasks.Owed> asked(CaseEvent... facts) {
        CaseFacts all = CaseFacts.of(List.of(story.received(), story.confirmed()));
        for (CaseEvent fact : facts) {
            all = all.with(fact);
        }
        CaseStanding standing = CaseStanding.of(all, CaseStory.POLICY, hour(60));
        return OwedTasks.of(story.caseId, all, standing).stream()
                .filter(one -> one.kind() == TaskKind.ESCALATION_DECISION)
                .toList();
    }

    private static Optional<Instant> due(int hour) {
        return Optional.of(hour(hour).plus(DEPUTY));
    }

    @Test
    void eachQuestionHasATaskUntilItIsHeard() {
        assertThat(asked(story.escalated(1, 5), story.escalated(2, 7)))
                .extracting(OwedTasks.Owed::due)
                .containsExactly(due(5), due(7));
    }

    @Test
    void anAcknowledgedQuestionStaysWithoutADeadline() {
        assertThat(
                        asked(
                                story.escalated(1, 5),
                                story.escalated(2, 7),
                                story.decided(1, EscalationDecision.ACKNOWLEDGED, 6)))
                .extracting(OwedTasks.Owed::subject, OwedTasks.Owed::due)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(new UUID(5, 1), Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(new UUID(5, 2), due(7)));
    }

    @Test
    void aDecisionEndsIt() {
        assertThat(
                        asked(
                                story.escalated(1, 5),
                                story.decided(1, EscalationDecision.ACKNOWLEDGED, 6),
                                story.decided(1, EscalationDecision.GO_ON, 8)))
                .isEmpty();
    }

    @Test
    void inAClosedCaseOnlyWhatNobodyHasHeardIsAsked() {
        assertThat(
                        asked(
                                story.escalated(1, 5),
                                story.decided(1, EscalationDecision.ACKNOWLEDGED, 6),
                                story.closed(1, 50),
                                story.escalated(2, 51)))
                .extracting(OwedTasks.Owed::subject)
                .containsExactly(new UUID(5, 2));
    }
}
