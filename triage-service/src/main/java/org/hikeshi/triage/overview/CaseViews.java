package org.hikeshi.triage.overview;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CaseMarked;
import org.hikeshi.events.Escalated;
import org.hikeshi.events.EscalationDecided;
import org.hikeshi.events.EscalationDecision;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TeamChanged;
import org.hikeshi.triage.casework.CaseLine;
import org.hikeshi.triage.clock.CaseTimer;
import org.hikeshi.triage.facts.CaseBook;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.milestone.Milestone;
import org.hikeshi.triage.severity.Urgency;
import org.hikeshi.triage.standing.CaseStanding;
import org.jspecify.annotations.Nullable;

/** Puts one case into the words of the API. */
record CaseViews(
        CaseId caseId,
        CaseLine line,
        CaseFacts facts,
        CaseStanding standing,
        Map<ProductId, String> names,
        Optional<CaseId> goesOnUnder) {
    private static final List<String> TOLD =
            List.of(
                    "by",
                    "reason",
                    "decision",
                    "mark",
                    "clock",
                    "template",
                    "severity",
                    "priority",
                    "finding",
                    "product",
                    "due",
                    "newDue",
                    "verdict",
                    "channel",
                    "milestone",
                    "provisional",
                    "kind",
                    "publicId",
                    "told",
                    "unreachable",
                    "date",
                    "purpose",
                    "until");

    CaseView at(Instant now, List<String> reasons, List<CaseBook.Line> lines) {
        ReportReceived first = facts.reports().getFirst();
        return new CaseView(
                caseId.toString(),
                line.number(),
                facts.reports().stream().map(r -> r.trackingCode().value()).toList(),
                first.policyVersion().value(),
                first.receivedAt(),
                standing.state().written(),
                standing.stage().written(),
                standing.milestones().all().stream().map(CaseViews::milestone).toList(),
                standing.milestones().missing().stream().map(CaseViews::missing).toList(),
                action(),
                new CaseView.WhoseTurn(
                        standing.turn().party(), standing.turn().since().orElse(null)),
                facts.scored().map(s -> Urgency.word(s.severity())).orElse(null),
                facts.scored()
                        .map(s -> new CaseView.PriorityView(s.priority().name(), reasons))
                        .orElse(null),
                vulnerabilities(),
                facts.all(CaseMarked.class)
                        .sorted(Comparator.comparing(CaseMarked::at))
                        .map(one -> Urgency.word(one.mark()))
                        .distinct()
                        .toList(),
                standing.clocks().all().stream().map(timer -> clock(timer, now)).toList(),
                team(now),
                escalations(),
                closure(),
                lines.stream().map(CaseViews::moment).toList());
    }

    private static CaseView.MilestoneView milestone(Milestone one) {
        return new CaseView.MilestoneView(
                one.name().written(),
                text(one.product()),
                one.state().written(),
                one.at(),
                one.reason());
    }

    private static CaseView.Missing missing(Milestone one) {
        return new CaseView.Missing(one.name().written(), text(one.product()));
    }

    private CaseView.Action action() {
        return new CaseView.Action(
                standing.nextAction().code(),
                standing.nextAction().role(),
                standing.nextAction().dueAt().orElse(null),
                "/desk/cases/" + line.number() + "#next");
    }

    private List<CaseView.VulnerabilityView> vulnerabilities() {
        return facts.scored().stream()
                .flatMap(scored -> scored.vulnerabilities().stream())
                .map(
                        one ->
                                new CaseView.VulnerabilityView(
                                        one.id().toString(),
                                        text(one.cwe()),
                                        text(one.cvss31()),
                                        one.score(),
                                        Urgency.word(one.severity()),
                                        one.affected().stream()
                                                .map(
                                                        affected ->
                                                                new CaseView.AffectedView(
                                                                        affected.product()
                                                                                .toString(),
                                                                        names.get(
                                                                                affected.product()),
                                                                        affected.versions()
                                                                                .value()))
                                                .toList()))
                .toList();
    }

    private CaseView.ClockView clock(CaseTimer timer, Instant now) {
        return new CaseView.ClockView(
                Urgency.word(timer.clock()),
                text(timer.product()),
                code(timer.report()),
                timer.clause(),
                Urgency.word(timer.kind()),
                timer.startedAt(),
                timer.startedBy(),
                timer.dueAt().orElse(null),
                timer.stoppedAt().orElse(null),
                timer.stoppedBy(),
                timer.state(now).written(),
                timer.individual());
    }

    private @Nullable String code(@Nullable ReportId report) {
        return facts.reports().stream()
                .filter(one -> one.reportId().equals(report))
                .map(one -> one.trackingCode().value())
                .findFirst()
                .orElse(null);
    }

    private List<CaseView.Member> team(Instant now) {
        return facts.team().stream()
                .flatMap(
                        team ->
                                team.members().stream()
                                        .map(
                                                one ->
                                                        new CaseView.Member(
                                                                one.staff().value(),
                                                                Urgency.word(one.role()),
                                                                away(team, one.staff(), now))))
                .toList();
    }

    private static CaseView.@Nullable Away away(TeamChanged team, StaffId staff, Instant now) {
        return team.away().stream()
                .filter(one -> one.staff().equals(staff) && now.isBefore(one.until()))
                .map(one -> new CaseView.Away(one.from(), one.until(), text(one.deputy())))
                .findFirst()
                .orElse(null);
    }

    private List<CaseView.EscalationView> escalations() {
        return facts.all(Escalated.class)
                .sorted(Comparator.comparing(Escalated::at))
                .map(this::escalation)
                .toList();
    }

    private CaseView.EscalationView escalation(Escalated one) {
        List<EscalationDecided> answers =
                facts.all(EscalationDecided.class)
                        .filter(answer -> answer.id().equals(one.id()))
                        .sorted(Comparator.comparing(EscalationDecided::at))
                        .toList();
        Optional<String> decision =
                answers.stream()
                        .filter(answer -> answer.decision() != EscalationDecision.ACKNOWLEDGED)
                        .map(answer -> Urgency.word(answer.decision()))
                        .findFirst();
        return new CaseView.EscalationView(
                one.id().toString(),
                Urgency.word(one.reason()),
                one.at(),
                !answers.isEmpty(),
                decision.orElse(null));
    }

    private CaseView.@Nullable ClosureView closure() {
        return facts.closure()
                .map(
                        one ->
                                new CaseView.ClosureView(
                                        Urgency.word(one.reason()),
                                        one.at(),
                                        one.by().value(),
                                        text(goesOnUnder.orElse(null))))
                .orElse(null);
    }

    private static CaseView.Moment moment(CaseBook.Line line) {
        Map<String, String> detail = new LinkedHashMap<>();
        for (String name : TOLD) {
            JsonNode value = line.value().get(name);
            if (value != null && value.isValueNode() && !value.isNull()) {
                detail.put(name, value.asText());
            }
        }
        return new CaseView.Moment(line.at(), line.code(), detail);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
