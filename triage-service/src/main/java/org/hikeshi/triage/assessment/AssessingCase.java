package org.hikeshi.triage.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.Scored;
import org.hikeshi.events.VulnerabilityId;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.access.CaseAct;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.ActingOnCase;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.casework.CaseTexts;
import org.hikeshi.triage.casework.CaseTexts.Kind;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.facts.DeskFact;
import org.hikeshi.triage.severity.Urgency;

/** Writes the assessment down; a new version each time. */
@ApplicationScoped
public class AssessingCase {
    private final ActingOnCase acting;
    private final CaseTexts texts;
    private final ObjectMapper json;

    AssessingCase(ActingOnCase acting, CaseTexts texts, ObjectMapper json) {
        this.acting = acting;
        this.texts = texts;
        this.json = json;
    }

    /** One version, opened. */
    public record Version(int revision, Assessment assessment, java.time.Instant at, String by) {}

    /**
     * @param revision of the version that this one replaces; 0 for the first
     */
    public Acted save(Person person, CaseId caseId, int revision, Assessment given) {
        return acting.act(
                person, caseId, CaseAct.ASSESS, desk -> saved(desk, person, revision, given));
    }

    private Acted saved(CaseDesk desk, Person person, int revision, Assessment given) {
        Optional<Version> before = latest(desk.caseId());
        int current = before.map(Version::revision).orElse(0);
        if (current != revision) {
            return new Acted.Stale(
                    current,
                    before.map(Version::by).orElse(""),
                    before.map(Version::at).orElse(desk.now()));
        }
        Assessment identified = identified(given, before);
        Judging.Outcome outcome = Judging.of(identified, desk.policy());
        if (!outcome.faults().isEmpty()) {
            return new Acted.Invalid(outcome.faults());
        }
        int kept = texts.keep(desk, person, Kind.ASSESSMENT, written(identified));
        desk.decide(
                new DeskFact.Assessed(
                        kept, outcome.judgement().severity(), desk.now(), person.id()));
        return Acted.done();
    }

    public Optional<Version> latest(CaseId caseId) {
        return texts.latest(caseId, Kind.ASSESSMENT)
                .map(v -> new Version(v.revision(), read(v.text()), v.at(), v.by()));
    }

    /** Every version, newest first. */
    public List<Version> history(CaseId caseId) {
        return texts.all(caseId, Kind.ASSESSMENT).stream()
                .map(v -> new Version(v.revision(), read(v.text()), v.at(), v.by()))
                .toList();
    }

    /**
     * Why the priority in force is what it is; the severity alone if the assessment has moved on.
     */
    public List<String> priorityReasons(CaseId caseId, CaseFacts facts, Policy policy) {
        Optional<Scored> scored = facts.scored();
        if (scored.isEmpty()) {
            return List.of();
        }
        return latest(caseId)
                .map(version -> Judging.of(version.assessment(), policy).judgement().urgency())
                .filter(urgency -> urgency.level() == scored.get().priority())
                .map(Urgency::reasons)
                .orElseGet(() -> List.of("severity-" + Urgency.word(scored.get().severity())));
    }

    /** A vulnerability keeps its id over versions, by the id sent back or by its place. */
    private static Assessment identified(Assessment given, Optional<Version> before) {
        List<Assessment.Vulnerability> earlier =
                before.map(v -> v.assessment().vulnerabilitiesOrNone()).orElse(List.of());
        List<Assessment.Vulnerability> all = new ArrayList<>();
        List<Assessment.Vulnerability> now = given.vulnerabilitiesOrNone();
        for (int i = 0; i < now.size(); i++) {
            String own = now.get(i).id();
            String kept = i < earlier.size() ? earlier.get(i).id() : null;
            String id = own != null ? own : kept;
            all.add(now.get(i).withId(id != null ? id : VulnerabilityId.random().toString()));
        }
        return given.with(all);
    }

    private String written(Assessment assessment) {
        try {
            return json.writeValueAsString(assessment);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an assessment is plain text", impossible);
        }
    }

    private Assessment read(String text) {
        try {
            return json.readValue(text, Assessment.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored assessment cannot be read", unreadable);
        }
    }
}
