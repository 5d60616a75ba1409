package org.hikeshi.intake.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.events.AdvisoryId;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseReopened;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.events.ClosureReason;
import org.hikeshi.events.DateAnswer;
import org.hikeshi.events.DisclosureDateAnswered;
import org.hikeshi.events.DisclosureDateProposed;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.FeedbackGiven;
import org.hikeshi.events.FixChecked;
import org.hikeshi.events.FixVerdict;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.ProposalId;
import org.hikeshi.events.RemediationId;
import org.hikeshi.events.ReopeningReason;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.events.StaffId;
import org.hikeshi.intake.casefact.Histories;
import org.junit.jupiter.api.Test;

/** What a reporter may do, in every combination of states. */
class FootingTest {

    private static final CaseId CASE = Histories.CASE;
    private static final Instant T0 = Instant.parse("2026-12-01T00:00:00Z");
    private static final StaffId STAFF = StaffId.parse("security-office");

    @Test
    void everyActInEveryCombinationOfStates() {
        int seen = 0;
        for (ProposalState proposal : ProposalState.values()) {
            for (RemedyState remedy : RemedyState.values()) {
                for (ClosureState closure : ClosureState.values()) {
                    for (FeedbackState feedback : FeedbackState.values()) {
                        Footing footing =
                                new Footing(
                                        proposal,
                                        remedy,
                                        closure,
                                        feedback,
                                        Optional.empty(),
                                        Optional.empty());
                        assertThat(allowed(footing)).isEqualTo(expected(footing));
                        seen++;
                    }
                }
            }
        }
        assertThat(seen).isEqualTo(4 * 3 * 3 * 3);
    }

    private static Set<ReporterAct> allowed(Footing footing) {
        Set<ReporterAct> allowed = EnumSet.noneOf(ReporterAct.class);
        for (ReporterAct act : ReporterAct.values()) {
            if (footing.allows(act)) {
                allowed.add(act);
            }
        }
        return allowed;
    }

    /** Written down apart from the code it judges. */
    private static Set<ReporterAct> expected(Footing footing) {
        Set<ReporterAct> expected = EnumSet.noneOf(ReporterAct.class);
        if (footing.proposal().name().equals("OPEN")) {
            expected.add(ReporterAct.ANSWER_DATE);
        }
        if (!footing.remedy().name().equals("NONE")) {
            expected.add(ReporterAct.CHECK_FIX);
        }
        if (footing.closure().name().equals("CLOSED")) {
            expected.add(ReporterAct.OBJECT);
        }
        if (footing.feedback().name().equals("ASKED")) {
            expected.add(ReporterAct.GIVE_FEEDBACK);
        }
        return expected;
    }

    @Test
    void aProposalIsOpenUntilItIsAnsweredOrOver() {
        DisclosureDateProposed first = proposal(1);
        assertThat(ProposalState.of(Histories.of())).isEqualTo(ProposalState.NONE);
        assertThat(ProposalState.of(Histories.of(first))).isEqualTo(ProposalState.OPEN);
        assertThat(ProposalState.of(Histories.of(first, answer(first, 2))))
                .isEqualTo(ProposalState.ANSWERED);
        DisclosureDateProposed second = proposal(3);
        assertThat(ProposalState.of(Histories.of(second, answer(first, 2), first)))
                .isEqualTo(ProposalState.OPEN);
        assertThat(ProposalState.of(Histories.of(first, planned(2)))).isEqualTo(ProposalState.OVER);
        assertThat(ProposalState.of(Histories.of(first, planned(0))))
                .as("a plan from before")
                .isEqualTo(ProposalState.OPEN);
        assertThat(ProposalState.of(Histories.of(first, closed(1, 2))))
                .isEqualTo(ProposalState.OVER);
    }

    @Test
    void aClosureIsObjectedToOnceAndAnotherOneAgain() {
        assertThat(ClosureState.of(Histories.of())).isEqualTo(ClosureState.OPEN);
        assertThat(ClosureState.of(Histories.of(closed(1, 1)))).isEqualTo(ClosureState.CLOSED);
        ClosureObjected objected = new ClosureObjected(CASE, Histories.REPORT, at(2));
        assertThat(ClosureState.of(Histories.of(closed(1, 1), objected)))
                .isEqualTo(ClosureState.OBJECTED);
        CaseReopened reopened = new CaseReopened(CASE, 2, ReopeningReason.OBJECTION, at(3));
        assertThat(ClosureState.of(Histories.of(closed(1, 1), objected, reopened)))
                .isEqualTo(ClosureState.OPEN);
        assertThat(ClosureState.of(Histories.of(closed(1, 1), objected, reopened, closed(3, 4))))
                .isEqualTo(ClosureState.CLOSED);
    }

    @Test
    void whoWasJoinedMayObjectToThatAndIsNotAskedHowItWasBeforeTheEnd() {
        CaseId survivor = CaseId.random();
        CaseClosed duplicate =
                new CaseClosed(CASE, 1, ClosureReason.DUPLICATE, survivor, at(1), STAFF);
        ReportJoined joined = new ReportJoined(survivor, Histories.REPORT, CASE, at(1));
        Footing footing = Footing.of(Histories.of(duplicate, joined));
        assertThat(footing.closure()).isEqualTo(ClosureState.CLOSED);
        assertThat(footing.feedback()).isEqualTo(FeedbackState.TOO_EARLY);
    }

    @Test
    void feedbackIsAskedOncePerClosure() {
        FeedbackGiven given = new FeedbackGiven(CASE, Histories.REPORT, at(2));
        assertThat(FeedbackState.of(Histories.of())).isEqualTo(FeedbackState.TOO_EARLY);
        assertThat(FeedbackState.of(Histories.of(closed(1, 1)))).isEqualTo(FeedbackState.ASKED);
        assertThat(FeedbackState.of(Histories.of(closed(1, 1), given)))
                .isEqualTo(FeedbackState.GIVEN);
    }

    @Test
    void aVerdictBelongsToTheRemedyThatIsOut() {
        MitigationReady first = ready(1);
        FixChecked checked = new FixChecked(CASE, Histories.REPORT, FixVerdict.NOT_FIXED, at(2));
        assertThat(RemedyState.of(Histories.of())).isEqualTo(RemedyState.NONE);
        assertThat(RemedyState.of(Histories.of(first))).isEqualTo(RemedyState.UNCHECKED);
        assertThat(RemedyState.of(Histories.of(first, checked))).isEqualTo(RemedyState.CHECKED);
        assertThat(RemedyState.of(Histories.of(first, checked, ready(3))))
                .isEqualTo(RemedyState.UNCHECKED);
    }

    @Test
    void onlyTheSetOfFactsCounts() {
        DisclosureDateProposed proposed = proposal(1);
        List<CaseEvent> facts =
                new ArrayList<>(
                        List.of(
                                proposed,
                                answer(proposed, 2),
                                ready(3),
                                closed(1, 4),
                                new FeedbackGiven(CASE, Histories.REPORT, at(5)),
                                new CaseReopened(CASE, 2, ReopeningReason.NOT_FIXED, at(6)),
                                closed(3, 7)));
        Footing first = Footing.of(Histories.of(facts));
        Random random = new Random(7);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(facts, random);
            assertThat(Footing.of(Histories.of(facts))).isEqualTo(first);
        }
    }

    @Test
    void theStatesAreWrittenDown() throws Exception {
        Path file = Path.of("..", "docs", "states", "reporter.md");
        if (Boolean.getBoolean("hikeshi.write-docs")) {
            Files.writeString(file, document());
        }
        assertThat(Files.readString(file)).isEqualTo(document());
    }

    private static String document() {
        StringBuilder text =
                new StringBuilder(
                        "# What a reporter may do when\n\n"
                                + "Generated from `org.hikeshi.intake.coordination`; a test compares it.\n"
                                + "Writing and adding files is possible always.\n");
        table(
                text,
                ReporterAct.ANSWER_DATE,
                "proposal",
                ProposalState.values(),
                s -> s.answering());
        table(text, ReporterAct.CHECK_FIX, "remedy", RemedyState.values(), s -> s.checking());
        table(text, ReporterAct.OBJECT, "closure", ClosureState.values(), s -> s.objecting());
        table(text, ReporterAct.GIVE_FEEDBACK, "feedback", FeedbackState.values(), s -> s.giving());
        return text.toString();
    }

    private static <S extends Enum<S>> void table(
            StringBuilder text,
            ReporterAct act,
            String state,
            S[] states,
            java.util.function.Function<S, Optional<Refusal>> refusal) {
        text.append("\n| ").append(state).append(" | ").append(act.written());
        text.append(" |\n|---|---|\n");
        for (S one : states) {
            text.append("| ")
                    .append(one.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                    .append(" | ")
                    .append(refusal.apply(one).map(r -> "refused: " + r.code()).orElse("possible"))
                    .append(" |\n");
        }
    }

    private static Instant at(int hour) {
        return T0.plusSeconds(3600L * hour);
    }

    private static DisclosureDateProposed proposal(int hour) {
        return new DisclosureDateProposed(
                CASE, new ProposalId(UUID.randomUUID()), at(1000), at(500), at(hour));
    }

    private static DisclosureDateAnswered answer(DisclosureDateProposed to, int hour) {
        return new DisclosureDateAnswered(
                CASE, Histories.REPORT, to.proposal(), DateAnswer.ACCEPTED, null, at(hour));
    }

    private static DisclosurePlanned planned(int hour) {
        return new DisclosurePlanned(
                CASE, new AdvisoryId(UUID.randomUUID()), 1, at(1000), at(hour));
    }

    private static CaseClosed closed(int revision, int hour) {
        return new CaseClosed(CASE, revision, ClosureReason.RESOLVED, null, at(hour), STAFF);
    }

    private static MitigationReady ready(int hour) {
        return new MitigationReady(CASE, new RemediationId(UUID.randomUUID()), List.of(), at(hour));
    }
}
