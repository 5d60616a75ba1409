package org.hikeshi.triage.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseId;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.CaseTexts.Kind;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.deadline.PlannedDates;
import org.hikeshi.triage.facts.DeskFact;

/** Writes the remediation plan down; a new version each time. */
@ApplicationScoped
public class PlanningRemediation {
    private static final int LONGEST = 20_000;
    private static final Map<String, CaseClock> CLOCKS =
            Map.of("mitigation", CaseClock.MITIGATION, "fix", CaseClock.FIX);

    private static final List<String> WARNINGS = List.of("SA", "SN");

    private final ActingOnCase acting;
    private final CaseTexts texts;
    private final ObjectMapper json;

    PlanningRemediation(ActingOnCase acting, CaseTexts texts, ObjectMapper json) {
        this.acting = acting;
        this.texts = texts;
        this.json = json;
    }

    /** One version, opened. */
    public record Version(int revision, RemediationPlan plan, Instant at, String by) {}

    public Acted plan(Person person, CaseId caseId, int revision, RemediationPlan plan) {
        return acting.act(
                person, caseId, CaseAct.PLAN, desk -> planned(desk, person, revision, plan));
    }

    private Acted planned(CaseDesk desk, Person person, int revision, RemediationPlan plan)
            throws SQLException {
        Optional<Version> before = latest(desk.caseId());
        int current = before.map(Version::revision).orElse(0);
        if (current != revision) {
            return new Acted.Stale(
                    current,
                    before.map(Version::by).orElse(""),
                    before.map(Version::at).orElse(desk.now()));
        }
        Optional<Acted> fault = fault(desk, plan);
        if (fault.isPresent()) {
            return fault.get();
        }
        for (RemediationPlan.Target target : plan.targetsOrNone()) {
            PlannedDates.set(desk, clock(target), target.productId(), due(target));
        }
        int kept = texts.keep(desk, person, Kind.PLAN, written(plan));
        desk.decide(new DeskFact.Planned(kept, desk.now(), person.id()));
        return Acted.done();
    }

    private static Optional<Acted> fault(CaseDesk desk, RemediationPlan plan) {
        if (plan.deliverable() == null || plan.deliverable().isBlank()) {
            return Optional.of(Acted.invalid("/deliverable", "deliverable-needed"));
        }
        String all = plan.deliverable() + plan.summary() + plan.owner();
        if (all.length() > LONGEST) {
            return Optional.of(Acted.invalid("/summary", "too-long"));
        }
        if (plan.warnBy() != null && !WARNINGS.contains(plan.warnBy())) {
            return Optional.of(Acted.unknownWord("/warnBy", WARNINGS));
        }
        for (int i = 0; i < plan.targetsOrNone().size(); i++) {
            RemediationPlan.Target target = plan.targetsOrNone().get(i);
            if (!CLOCKS.containsKey(String.valueOf(target.clock())) || target.dueAt() == null) {
                return Optional.of(Acted.invalid("/targets/" + i, "target-unreadable"));
            }
            if (!PlannedDates.fits(desk, clock(target), target.productId(), due(target))) {
                return Optional.of(
                        Acted.invalid("/targets/" + i + "/dueAt", "later-than-deadline"));
            }
        }
        return Optional.empty();
    }

    private static CaseClock clock(RemediationPlan.Target target) {
        return Objects.requireNonNull(CLOCKS.get(String.valueOf(target.clock())));
    }

    private static Instant due(RemediationPlan.Target target) {
        return Objects.requireNonNull(target.dueAt());
    }

    public Optional<Version> latest(CaseId caseId) {
        return texts.latest(caseId, Kind.PLAN)
                .map(v -> new Version(v.revision(), read(v.text()), v.at(), v.by()));
    }

    private String written(RemediationPlan plan) {
        try {
            return json.writeValueAsString(plan);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a plan is plain text", impossible);
        }
    }

    private RemediationPlan read(String text) {
        try {
            return json.readValue(text, RemediationPlan.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored plan cannot be read", unreadable);
        }
    }
}
