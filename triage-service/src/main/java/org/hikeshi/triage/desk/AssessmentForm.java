package org.hikeshi.triage.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.events.CaseId;
import org.hikeshi.triage.assessment.AssessingCase;
import org.hikeshi.triage.assessment.Assessment;
import org.hikeshi.triage.assessment.Assessment.Affected;
import org.hikeshi.triage.assessment.Assessment.Vulnerability;
import org.hikeshi.triage.assessment.ScoringVulnerability;
import org.hikeshi.triage.assessment.ToldText;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.Person;
import org.jspecify.annotations.Nullable;

/**
 * The assessment as a form: the first vulnerability and its first product; what else an assessment
 * holds is kept as it is. "Fix it" saves and scores.
 */
@ApplicationScoped
class AssessmentForm {
    private final AssessingCase assessing;
    private final ScoringVulnerability scoring;

    AssessmentForm(AssessingCase assessing, ScoringVulnerability scoring) {
        this.assessing = assessing;
        this.scoring = scoring;
    }

    FormDeeds.Start start(CaseId caseId) {
        Optional<AssessingCase.Version> version = assessing.latest(caseId);
        if (version.isEmpty()) {
            return new FormDeeds.Start(Map.of(), 0);
        }
        Assessment now = version.get().assessment();
        Map<String, List<String>> values = new HashMap<>();
        put(values, "exploitation", now.exploitation());
        put(values, "notes", now.notes());
        values.put("factors", now.factors() == null ? List.of() : now.factors());
        ToldText findings = now.findings();
        if (findings != null) {
            put(values, "findings", findings.byLanguage().get("ja"));
            put(values, "findingsEn", findings.byLanguage().get("en"));
        }
        first(now.vulnerabilities()).ifPresent(one -> vulnerability(values, one));
        return new FormDeeds.Start(values, version.get().revision());
    }

    Acted save(Person person, CaseId caseId, Given given) {
        Assessment before =
                assessing
                        .latest(caseId)
                        .map(AssessingCase.Version::assessment)
                        .orElse(Assessment.EMPTY);
        Acted saved =
                assessing.save(person, caseId, given.number("version"), filled(before, given));
        if (!(saved instanceof Acted.Done) || !given.text("then").equals("score")) {
            return saved;
        }
        String reason = given.text("reason");
        return scoring.score(person, caseId, reason.isEmpty() ? null : ToldText.of(reason, reason));
    }

    private static Assessment filled(Assessment before, Given given) {
        List<Vulnerability> all = new ArrayList<>();
        List<Vulnerability> earlier =
                before.vulnerabilities() == null ? List.of() : before.vulnerabilities();
        vulnerability(given, first(earlier)).ifPresent(all::add);
        all.addAll(earlier.stream().skip(1).toList());
        return new Assessment(
                before.reproducible(),
                before.attackVector(),
                before.privileges(),
                before.userInteraction(),
                before.confidentiality(),
                before.integrity(),
                before.availability(),
                given.orNull("exploitation"),
                before.exposure(),
                before.scope(),
                given.all("factors"),
                given.orNull("notes"),
                given.told("findings"),
                all);
    }

    /** None if the form names neither a score nor a severity. */
    private static Optional<Vulnerability> vulnerability(
            Given given, Optional<Vulnerability> before) {
        if (given.text("cvss31").isEmpty() && given.text("severity").isEmpty()) {
            return Optional.empty();
        }
        List<Affected> affected = new ArrayList<>();
        if (!given.text("product").isEmpty()) {
            affected.add(new Affected(given.orNull("product"), given.orNull("versions")));
        }
        before.map(Vulnerability::affected)
                .ifPresent(more -> affected.addAll(more.stream().skip(1).toList()));
        return Optional.of(
                new Vulnerability(
                        before.map(Vulnerability::id).orElse(null),
                        given.orNull("title"),
                        given.orNull("cwe"),
                        given.orNull("cvss31"),
                        before.map(Vulnerability::cvss40).orElse(null),
                        given.orNull("severity"),
                        given.orNull("justification"),
                        affected));
    }

    private static void vulnerability(Map<String, List<String>> values, Vulnerability one) {
        put(values, "title", one.title());
        put(values, "cwe", one.cwe());
        put(values, "cvss31", one.cvss31());
        put(values, "severity", one.severity());
        put(values, "justification", one.justification());
        first(one.affected())
                .ifPresent(
                        affected -> {
                            put(values, "product", affected.productId());
                            put(values, "versions", affected.versions());
                        });
    }

    private static <T> Optional<T> first(@Nullable List<T> all) {
        return all == null ? Optional.empty() : all.stream().findFirst();
    }

    private static void put(Map<String, List<String>> values, String name, @Nullable String value) {
        values.put(name, List.of(value == null ? "" : value));
    }
}
