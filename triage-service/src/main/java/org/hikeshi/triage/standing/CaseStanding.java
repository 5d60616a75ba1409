package org.hikeshi.triage.standing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.Finding;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.access.CaseState;
import org.hikeshi.triage.clock.CaseTimer;
import org.hikeshi.triage.clock.Clocks;
import org.hikeshi.triage.escalation.Escalations;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.facts.DeskFact;
import org.hikeshi.triage.milestone.Milestone;
import org.hikeshi.triage.milestone.MilestoneName;
import org.hikeshi.triage.milestone.Milestones;

/** Where a case stands: a pure function of the set of its facts, its policy and the time. */
public record CaseStanding(
        CaseState state,
        Milestones milestones,
        Clocks clocks,
        NextAction nextAction,
        Turn turn,
        List<Escalated> openEscalations,
        List<ClosureObjected> openObjections) {

    public static CaseStanding of(CaseFacts facts, Policy policy, Instant now) {
        CaseState state = CaseState.of(facts);
        Milestones milestones = Milestones.of(facts, policy);
        Clocks clocks = Clocks.of(facts, policy);
        List<Escalated> escalations = Escalations.open(facts);
        List<ClosureObjected> objections = objections(facts);
        NextAction next = next(state, facts, milestones, clocks, objections, now);
        return new CaseStanding(
                state,
                milestones,
                clocks,
                next,
                new Turn(party(next), since(facts)),
                escalations,
                objections);
    }

    /** The furthest milestone reached. */
    public MilestoneName stage() {
        return milestones.stage();
    }

    /** Objections that came after the closure and that no second person has answered yet. */
    private static List<ClosureObjected> objections(CaseFacts facts) {
        Optional<Instant> closed = facts.closure().map(closure -> closure.at());
        return facts.all(ClosureObjected.class)
                .filter(one -> closed.isPresent() && !one.at().isBefore(closed.get()))
                .filter(
                        one ->
                                facts.decided(DeskFact.ClosureUpheld.class)
                                        .noneMatch(
                                                upheld ->
                                                        upheld.reportId().equals(one.reportId())
                                                                && !upheld.at().isBefore(one.at())))
                .sorted(Comparator.comparing(ClosureObjected::at))
                .toList();
    }

    private static NextAction next(
            CaseState state,
            CaseFacts facts,
            Milestones milestones,
            Clocks clocks,
            List<ClosureObjected> objections,
            Instant now) {
        if (!objections.isEmpty()) {
            return office("objection", Optional.empty());
        }
        if (!Escalations.unheard(facts).isEmpty() && state != CaseState.MERGED) {
            return new NextAction("escalation-decision", "ciso", due(clocks, CaseClock.ESCALATION));
        }
        return switch (state) {
            case RECEIVED -> office("confirm-report", due(clocks, CaseClock.CONFIRMATION));
            case CONFIRMED -> office("assess", clocks.next().flatMap(CaseTimer::dueAt));
            case SCORED -> afterScoring(facts, milestones, clocks, now);
            case CLOSED, MERGED -> NextAction.NONE;
        };
    }

    private static NextAction afterScoring(
            CaseFacts facts, Milestones milestones, Clocks clocks, Instant now) {
        boolean valid = facts.scored().filter(s -> s.finding() == Finding.VALID).isPresent();
        if (valid && facts.products().isEmpty()) {
            return office("name-products", due(clocks, CaseClock.MITIGATION));
        }
        Optional<MilestoneName> first =
                milestones.missing().stream().map(Milestone::name).min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return office("close-case", Optional.empty());
        }
        return switch (first.get()) {
            case MITIGATED ->
                    new NextAction(
                            "register-mitigation", "developer", due(clocks, CaseClock.MITIGATION));
            case PATCH_READY ->
                    new NextAction("register-fix", "developer", due(clocks, CaseClock.FIX));
            case DISTRIBUTING -> office("start-campaign", Optional.empty());
            case DISTRIBUTED ->
                    new NextAction("watch-distribution", "security-office", Optional.empty());
            case DISCLOSED -> publication(facts, clocks, now);
            case RECEIVED, CONFIRMED, SCORED, CLOSED -> office("close-case", Optional.empty());
        };
    }

    private static NextAction publication(CaseFacts facts, Clocks clocks, Instant now) {
        Optional<Instant> date =
                facts.plannedDates().stream()
                        .filter(planned -> facts.publishedAt(planned.advisory()).isEmpty())
                        .findFirst()
                        .map(DisclosurePlanned::date);
        return date.filter(now::isBefore).isPresent()
                ? new NextAction("await-date", "", date)
                : office("publish", date.or(() -> due(clocks, CaseClock.PUBLICATION)));
    }

    private static NextAction office(String code, Optional<Instant> due) {
        return new NextAction(code, "security-office", due);
    }

    private static Optional<Instant> due(Clocks clocks, CaseClock name) {
        return clocks.all().stream()
                .filter(one -> one.clock() == name && one.stoppedAt().isEmpty())
                .flatMap(one -> one.dueAt().stream())
                .min(Comparator.naturalOrder());
    }

    /** What waits for devices or a date, not for a person. */
    private static final Set<String> OUTSIDE = Set.of("watch-distribution", "await-date");

    private static String party(NextAction next) {
        if (next.equals(NextAction.NONE)) {
            return "nobody";
        }
        if (OUTSIDE.contains(next.code())) {
            return "outside";
        }
        return switch (next.role()) {
            case "ciso" -> "ciso";
            case "developer" -> "developer";
            default -> "desk";
        };
    }

    /** Since the last fact that moved the case on. */
    private static Optional<Instant> since(CaseFacts facts) {
        return Moves.last(facts);
    }
}
