package org.hikeshi.triage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.events.CaseId;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.closure.ClosingCase;
import org.hikeshi.triage.closure.ReopeningCase;
import org.hikeshi.triage.closure.WaivingMilestone;
import org.hikeshi.triage.confirmation.ConfirmingReport;
import org.hikeshi.triage.deadline.SettingDeadline;
import org.hikeshi.triage.escalation.DecidingEscalation;
import org.hikeshi.triage.escalation.EscalatingCase;
import org.hikeshi.triage.marking.MarkingCase;
import org.hikeshi.triage.overview.ReadingCase;
import org.hikeshi.triage.plan.PlanningRemediation;
import org.hikeshi.triage.plan.RemediationPlan;
import org.hikeshi.triage.team.SettingTeam;
import org.hikeshi.web.FieldError;

/** From a form to the use case it stands for; the same ones as the API's. */
@ApplicationScoped
class FormDeeds {
    private final ConfirmingReport confirming;
    private final AssessmentForm assessing;
    private final SettingTeam team;
    private final PlanningRemediation planning;
    private final SettingDeadline deadlines;
    private final MarkingCase marking;
    private final EscalatingCase escalating;
    private final DecidingEscalation deciding;
    private final ClosingCase closing;
    private final ReopeningCase reopening;
    private final WaivingMilestone waiving;
    private final ReadingCase reading;

    FormDeeds(
            ConfirmingReport confirming,
            AssessmentForm assessing,
            SettingTeam team,
            PlanningRemediation planning,
            SettingDeadline deadlines,
            MarkingCase marking,
            EscalatingCase escalating,
            DecidingEscalation deciding,
            ClosingCase closing,
            ReopeningCase reopening,
            WaivingMilestone waiving,
            ReadingCase reading) {
        this.confirming = confirming;
        this.assessing = assessing;
        this.team = team;
        this.planning = planning;
        this.deadlines = deadlines;
        this.marking = marking;
        this.escalating = escalating;
        this.deciding = deciding;
        this.closing = closing;
        this.reopening = reopening;
        this.waiving = waiving;
        this.reading = reading;
    }

    /**
     * What a form holds when it is opened.
     *
     * @param version of what is there, which a change names
     */
    record Start(Map<String, List<String>> values, int version) {}

    Start start(CaseForm form, ReadingCase.Seen seen) {
        return switch (form) {
            case ASSESSMENT -> assessing.start(seen.caseId());
            case TEAM ->
                    new Start(
                            Map.of(
                                    "members",
                                    List.of(
                                            String.join(
                                                    "\n",
                                                    seen.view().team().stream()
                                                            .map(m -> m.staff() + " " + m.role())
                                                            .toList()))),
                            seen.facts().team().map(t -> t.revision()).orElse(0));
            case PLAN -> plan(seen.caseId());
            default -> new Start(Map.of(), 0);
        };
    }

    Acted act(CaseForm form, Person person, ReadingCase.Seen seen, Given given) {
        CaseId id = seen.caseId();
        ZoneId zone = seen.policy().calendar().zone();
        return switch (form) {
            case CONFIRMATION -> confirming.confirm(person, id);
            case ASSESSMENT -> assessing.save(person, id, given);
            case TEAM -> team.set(person, id, given.number("version"), members(given));
            case PLAN -> planning.plan(person, id, given.number("version"), plan(given, zone));
            case DEADLINE ->
                    deadlines.set(
                            person,
                            id,
                            given.text("clock"),
                            new SettingDeadline.Wish(
                                    given.instant("dueAt", zone), null, given.told("reason")));
            case MARK -> marking.mark(person, id, given.text("mark"), given.text("evidence"));
            case ESCALATION ->
                    escalating.escalate(person, id, given.text("reason"), given.text("question"));
            case DECISION ->
                    deciding.decide(
                            person,
                            id,
                            new DecidingEscalation.Decision(
                                    null,
                                    given.text("decision"),
                                    given.instant("until", zone),
                                    given.text("reason")));
            case CLOSURE, ACCEPTANCE, WAIVER, REOPENING, OBJECTION ->
                    ended(form, person, id, given);
        };
    }

    /** The steps by which a case ends or goes on again. */
    private Acted ended(CaseForm form, Person person, CaseId id, Given given) {
        return switch (form) {
            case WAIVER ->
                    waiving.waive(
                            person,
                            id,
                            given.text("milestone"),
                            new WaivingMilestone.Waiver(null, given.text("reason")));
            case REOPENING ->
                    reopening.reopen(
                            person,
                            id,
                            new ReopeningCase.Reopening(
                                    given.text("reason"), given.told("explanation")));
            case OBJECTION ->
                    reopening.answerObjection(
                            person,
                            id,
                            new ReopeningCase.Answer(
                                    given.text("outcome"), given.told("explanation")));
            default -> close(person, id, given);
        };
    }

    private Acted close(Person person, CaseId id, Given given) {
        String other = given.text("duplicateOf");
        Optional<CaseId> into = other.isEmpty() ? Optional.empty() : reading.find(other);
        if (!other.isEmpty() && into.isEmpty()) {
            return Acted.invalid("/duplicateOf", "no-such-case");
        }
        return closing.close(
                person,
                id,
                new ClosingCase.Closing(
                        given.text("reason"), into.orElse(null), given.told("explanation")));
    }

    /** One person per line: staff id, space, role. */
    private static List<SettingTeam.Member> members(Given given) {
        return given.text("members")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("\\s+", 2))
                .map(words -> new SettingTeam.Member(words[0], words.length > 1 ? words[1] : ""))
                .toList();
    }

    private static RemediationPlan plan(Given given, ZoneId zone) {
        List<RemediationPlan.Target> targets = new ArrayList<>();
        if (!given.text("fixBy").isEmpty()) {
            targets.add(new RemediationPlan.Target("fix", null, given.instant("fixBy", zone)));
        }
        return new RemediationPlan(
                given.orNull("deliverable"),
                given.orNull("owner"),
                given.orNull("summary"),
                given.orNull("warnBy"),
                targets);
    }

    private Start plan(CaseId caseId) {
        return planning.latest(caseId)
                .map(
                        version ->
                                new Start(
                                        Map.of(
                                                "deliverable",
                                                one(version.plan().deliverable()),
                                                "owner",
                                                one(version.plan().owner()),
                                                "summary",
                                                one(version.plan().summary()),
                                                "warnBy",
                                                one(version.plan().warnBy())),
                                        version.revision()))
                .orElseGet(() -> new Start(Map.of(), 0));
    }

    private static List<String> one(@org.jspecify.annotations.Nullable String value) {
        return List.of(value == null ? "" : value);
    }

    /** The API's pointers as the names of fields of these forms. */
    static List<FieldError> named(List<FieldError> faults) {
        return faults.stream()
                .map(fault -> fault.movedTo("/" + FormNames.of(fault.pointer())))
                .toList();
    }
}
