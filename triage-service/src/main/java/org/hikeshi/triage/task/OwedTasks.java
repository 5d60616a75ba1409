package org.hikeshi.triage.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.Finding;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TaskKind;
import org.hikeshi.triage.access.CaseState;
import org.hikeshi.triage.clock.CaseTimer;
import org.hikeshi.triage.escalation.Escalations;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.facts.DeskFact;
import org.hikeshi.triage.milestone.MilestoneName;
import org.hikeshi.triage.standing.CaseStanding;

/** Which tasks a case asks of people of this house, as far as triage waits for them. Pure. */
final class OwedTasks {

    /**
     * One thing to do.
     *
     * @param subject what it is about: a report, an escalation, or the case
     */
    record Owed(TaskKind kind, StaffRole role, UUID subject, Optional<Instant> due) {}

    private final CaseId caseId;
    private final CaseFacts facts;
    private final CaseStanding standing;
    private final List<Owed> all = new ArrayList<>();

    private OwedTasks(CaseId caseId, CaseFacts facts, CaseStanding standing) {
        this.caseId = caseId;
        this.facts = facts;
        this.standing = standing;
    }

    static List<Owed> of(CaseId caseId, CaseFacts facts, CaseStanding standing) {
        OwedTasks owed = new OwedTasks(caseId, facts, standing);
        if (standing.state() == CaseState.MERGED) {
            return List.of();
        }
        owed.escalations();
        owed.objections();
        switch (standing.state()) {
            case RECEIVED -> owed.confirmation();
            case CONFIRMED -> {
                owed.confirmation();
                owed.office(TaskKind.ASSESS, standing.nextAction().dueAt());
            }
            case SCORED -> {
                owed.confirmation();
                owed.scored();
            }
            case CLOSED, MERGED -> {}
        }
        return owed.all;
    }

    private void confirmation() {
        List<ReportId> read = facts.all(CaseConfirmed.class).map(CaseConfirmed::reportId).toList();
        for (ReportReceived report : facts.reports()) {
            if (!read.contains(report.reportId())) {
                all.add(
                        new Owed(
                                TaskKind.CONFIRM_REPORT,
                                StaffRole.SECURITY_OFFICE,
                                report.reportId().value(),
                                due(CaseClock.CONFIRMATION, report.reportId())));
            }
        }
    }

    /**
     * Acknowledging stops the clock; what was asked for is a decision, so the task stays until
     * there is one (E5.2-esc), or until the case is closed by somebody who knew that it was heard.
     */
    private void escalations() {
        boolean closed = standing.state() == CaseState.CLOSED;
        List<Escalated> asked = closed ? Escalations.unheard(facts) : standing.openEscalations();
        asked.forEach(
                open ->
                        all.add(
                                new Owed(
                                        TaskKind.ESCALATION_DECISION,
                                        StaffRole.CISO,
                                        open.id().value(),
                                        acknowledgedBy(open))));
    }

    private Optional<Instant> acknowledgedBy(Escalated escalated) {
        return standing.clocks().all().stream()
                .filter(one -> one.clock() == CaseClock.ESCALATION && one.stoppedAt().isEmpty())
                .filter(one -> one.startedAt().equals(escalated.at()))
                .flatMap(one -> one.dueAt().stream())
                .findFirst();
    }

    private void objections() {
        standing.openObjections()
                .forEach(
                        one ->
                                all.add(
                                        new Owed(
                                                TaskKind.OBJECTION,
                                                StaffRole.SECURITY_OFFICE,
                                                one.reportId().value(),
                                                Optional.empty())));
    }

    private void scored() {
        boolean valid = facts.scored().filter(s -> s.finding() == Finding.VALID).isPresent();
        boolean planned = facts.decided(DeskFact.Planned.class).findAny().isPresent();
        boolean fixed = standing.milestones().reached(MilestoneName.PATCH_READY);
        if (valid && !planned && !fixed) {
            office(
                    TaskKind.PLAN,
                    due(CaseClock.MITIGATION, null).or(() -> due(CaseClock.FIX, null)));
        }
        notFixed().ifPresent(at -> office(TaskKind.CHECK_NOT_FIXED, due(CaseClock.FIX, null)));
        if (standing.nextAction().code().equals("close-case")) {
            office(TaskKind.CLOSE_CASE, Optional.empty());
        }
    }

    /** A "not fixed" that no later fix has answered. */
    private Optional<Instant> notFixed() {
        return facts.notFixedAt()
                .filter(at -> facts.all(PatchReady.class).noneMatch(fix -> fix.at().isAfter(at)));
    }

    private void office(TaskKind kind, Optional<Instant> due) {
        all.add(new Owed(kind, StaffRole.SECURITY_OFFICE, caseId.value(), due));
    }

    private Optional<Instant> due(
            CaseClock clock, @org.jspecify.annotations.Nullable ReportId report) {
        return standing.clocks().all().stream()
                .filter(one -> one.clock() == clock && one.stoppedAt().isEmpty())
                .filter(one -> report == null || report.equals(one.report()))
                .flatMap((CaseTimer one) -> one.dueAt().stream())
                .min(Comparator.naturalOrder());
    }
}
