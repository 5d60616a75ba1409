package org.hikeshi.intake.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.events.CampaignId;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.CvssVector;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.DistributionChannel;
import org.hikeshi.events.Finding;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.Measured;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.NotifiedBy;
import org.hikeshi.events.ObligationId;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.ProposalId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.events.ReopeningReason;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.events.Scored;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.events.Severity;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.VulnerabilityId;
import org.hikeshi.intake.casefact.Histories;
import org.hikeshi.intake.conversation.MessageKind;
import org.hikeshi.intake.status.Known.Word;
import org.hikeshi.intake.status.Stage.Step;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.PolicyFile;
import org.hikeshi.policy.Promises;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final CaseId CASE = Histories.CASE;
    private static final Instant RECEIVED = Instant.parse("2026-12-01T01:30:00Z");
    private static final StaffId STAFF = StaffId.parse("security-office");
    private static final Policy POLICY = policy();

    @Test
    void aNewReportWaitsForTheDesk() {
        Standing standing = at(0, List.of());
        assertThat(standing.stage()).isEqualTo(Stage.RECEIVED);
        assertThat(standing.whoseTurn()).isEqualTo(Standing.Turn.DESK);
        assertThat(standing.steps())
                .containsEntry(Stage.RECEIVED, Step.DONE)
                .containsEntry(Stage.CONFIRMED, Step.NOW)
                .containsEntry(Stage.CLOSED, Step.OPEN);
        assertThat(standing.nextUpdateDue()).isPresent();
        assertThat(standing.promises()).extracting(Kept::state).containsOnly(Kept.State.OPEN);
        assertThat(standing.timeline()).containsExactly(new Timeline.Entry("received", RECEIVED));
    }

    @Test
    void factsKeepPromises() {
        Standing standing = at(200, List.of(told(MailTemplate.RECEIPT, 1), confirmed(2)));
        assertThat(state(standing, "receipt-mail")).isEqualTo(Kept.State.MET);
        assertThat(state(standing, "confirmation")).isEqualTo(Kept.State.MET);
        assertThat(state(at(200, List.of()), "confirmation")).isEqualTo(Kept.State.OVERDUE);
        assertThat(state(at(200, List.of(confirmed(190))), "confirmation"))
                .isEqualTo(Kept.State.LATE);
    }

    @Test
    void theSeverityIsShownOnlyOnceItWasTold() {
        assertThat(at(5, List.of(scored(Finding.VALID, 4))).rating()).isEmpty();
        Standing told =
                at(6, List.of(scored(Finding.VALID, 4)), new Word(MessageKind.FINDINGS, hour(5)));
        assertThat(told.rating())
                .hasValueSatisfying(
                        rating -> {
                            assertThat(rating.level()).isEqualTo("critical");
                            assertThat(rating.score()).isEqualByComparingTo("9.8");
                        });
        assertThat(told.stage()).isEqualTo(Stage.SCORED);
        assertThat(told.steps()).containsEntry(Stage.PREPARING, Step.NOW);
    }

    @Test
    void theStagesFollowTheRemedy() {
        List<CaseEvent> facts = new ArrayList<>(List.of(confirmed(1), scored(Finding.VALID, 2)));
        facts.add(new MitigationReady(CASE, remediation(), List.of(), hour(3)));
        assertThat(at(9, facts).stage()).isEqualTo(Stage.PREPARING);
        assertThat(at(9, facts).steps()).containsEntry(Stage.PREPARING, Step.NOW);
        facts.add(new PatchReady(CASE, remediation(), List.of(), hour(4)));
        assertThat(at(9, facts).steps())
                .containsEntry(Stage.PREPARING, Step.DONE)
                .containsEntry(Stage.DISTRIBUTING, Step.NOW);
        CampaignId campaign = new CampaignId(UUID.randomUUID());
        facts.add(
                new OtaStarted(
                        CASE,
                        remediation(),
                        campaign,
                        DistributionChannel.OTA,
                        List.of(),
                        hour(5)));
        assertThat(at(9, facts).stage()).isEqualTo(Stage.DISTRIBUTING);
        facts.add(
                new OtaDistributed(
                        CASE,
                        remediation(),
                        campaign,
                        DistributionChannel.OTA,
                        List.of(),
                        1000,
                        Measured.MEASURED,
                        hour(6)));
        assertThat(at(9, facts).steps())
                .containsEntry(Stage.DISTRIBUTING, Step.DONE)
                .containsEntry(Stage.CLOSED, Step.NOW);
    }

    @Test
    void closedWithoutFixTheRestIsNotNeededAndReopenedItIsAgain() {
        CaseClosed closed =
                new CaseClosed(CASE, 1, ClosureReason.NOT_REPRODUCIBLE, null, hour(5), STAFF);
        Standing standing = at(6, List.of(confirmed(1), closed));
        assertThat(standing.whoseTurn()).isEqualTo(Standing.Turn.NOBODY);
        assertThat(standing.closure()).contains(ClosureReason.NOT_REPRODUCIBLE);
        assertThat(standing.nextUpdateDue()).isEmpty();
        assertThat(standing.steps())
                .containsEntry(Stage.PREPARING, Step.NOT_NEEDED)
                .containsEntry(Stage.CLOSED, Step.DONE);
        assertThat(state(standing, "progress")).isEqualTo(Kept.State.DROPPED);
        Standing again =
                at(
                        8,
                        List.of(
                                confirmed(1),
                                closed,
                                new CaseReopened(CASE, 2, ReopeningReason.OBJECTION, hour(7))));
        assertThat(again.whoseTurn()).isEqualTo(Standing.Turn.DESK);
        assertThat(again.closure()).isEmpty();
    }

    @Test
    void aQuestionAndAProposalMakeItTheReportersTurn() {
        Word asked = new Word(MessageKind.QUESTION, hour(2));
        assertThat(at(3, List.of(), asked).whoseTurn()).isEqualTo(Standing.Turn.REPORTER);
        assertThat(at(4, List.of(), asked, new Word(MessageKind.REPLY, hour(3))).whoseTurn())
                .isEqualTo(Standing.Turn.DESK);
        DisclosureDateProposed proposed =
                new DisclosureDateProposed(
                        CASE, new ProposalId(UUID.randomUUID()), hour(900), hour(400), hour(2));
        assertThat(at(3, List.of(proposed)).whoseTurn()).isEqualTo(Standing.Turn.REPORTER);
    }

    @Test
    void aDeadlineIsShownOnceAndTheHouseKeepsItsOwn() {
        DeadlineSet old = deadline(1, hour(100), DeadlineReason.SCORED);
        DeadlineSet newer = deadline(2, hour(50), DeadlineReason.RESCORED);
        Standing standing = at(3, List.of(newer, old));
        assertThat(standing.promises())
                .filteredOn(kept -> kept.clock().equals("fix"))
                .extracting(Kept::dueAt)
                .containsExactly(hour(50));
        DeadlineSet gone = deadline(3, null, DeadlineReason.PLAN);
        assertThat(at(3, List.of(newer, old, gone)).promises())
                .noneMatch(kept -> kept.clock().equals("fix"));
    }

    @Test
    void eachWordOfOursMovesTheNextOne() {
        Instant first = at(1, List.of(confirmed(1))).nextUpdateDue().orElseThrow();
        Instant later =
                at(
                                100,
                                List.of(
                                        confirmed(1),
                                        told(MailTemplate.RECEIPT, 1),
                                        told(MailTemplate.PROGRESS, 99)),
                                new Word(MessageKind.FINDINGS, hour(99)))
                        .nextUpdateDue()
                        .orElseThrow();
        assertThat(later).isAfter(first);
    }

    @Test
    void onlyTheSetOfFactsCounts() {
        List<CaseEvent> facts =
                new ArrayList<>(
                        List.of(
                                told(MailTemplate.RECEIPT, 1),
                                confirmed(2),
                                scored(Finding.VALID, 3),
                                deadline(1, hour(100), DeadlineReason.SCORED),
                                deadline(2, hour(90), DeadlineReason.INDIVIDUAL),
                                new MitigationReady(CASE, remediation(), List.of(), hour(4))));
        Standing first = at(10, facts);
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(facts, random);
            assertThat(at(10, facts)).isEqualTo(first);
        }
    }

    private static Kept.State state(Standing standing, String clock) {
        return standing.promises().stream()
                .filter(kept -> kept.clock().equals(clock))
                .map(Kept::state)
                .findFirst()
                .orElseThrow();
    }

    private static Standing at(int hour, List<? extends CaseEvent> facts, Word... words) {
        return Standing.of(
                new Known(
                        RECEIVED,
                        POLICY,
                        Promises.atReceipt(POLICY, RECEIVED, Set.of(Language.JA, Language.EN)),
                        Histories.of(facts),
                        List.of(words),
                        hour(hour)));
    }

    private static Instant hour(int hour) {
        return RECEIVED.plus(Duration.ofHours(hour));
    }

    private static RemediationId remediation() {
        return new RemediationId(UUID.randomUUID());
    }

    private static CaseConfirmed confirmed(int hour) {
        return new CaseConfirmed(CASE, Histories.REPORT, hour(hour), STAFF, null);
    }

    private static ReporterNotified told(MailTemplate template, int hour) {
        return new ReporterNotified(
                CASE,
                Histories.REPORT,
                template,
                new ObligationId(UUID.randomUUID()),
                hour(hour),
                NotifiedBy.MAIL);
    }

    private static Scored scored(Finding finding, int hour) {
        return new Scored(
                CASE,
                1,
                hour(hour),
                finding,
                Severity.CRITICAL,
                PriorityLevel.P1,
                List.of(
                        new ScoredVulnerability(
                                new VulnerabilityId(UUID.randomUUID()),
                                null,
                                new CvssVector("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                                new BigDecimal("9.8"),
                                Severity.CRITICAL,
                                List.of())),
                STAFF);
    }

    private static DeadlineSet deadline(
            int revision, @org.jspecify.annotations.Nullable Instant due, DeadlineReason reason) {
        return new DeadlineSet(CASE, revision, CaseClock.FIX, null, null, due, reason, hour(3));
    }

    private static Policy policy() {
        try {
            return PolicyFile.load(
                            "bundled",
                            PolicyFile.bundledText(PolicyFile.bundled().getFirst())
                                    .orElseThrow()
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .policy();
        } catch (org.hikeshi.policy.PolicyProblems broken) {
            throw new IllegalStateException(broken);
        }
    }
}
