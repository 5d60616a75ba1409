package org.hikeshi.triage.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hikeshi.events.AffectedProduct;
import org.hikeshi.events.CvssVector;
import org.hikeshi.events.Cwe;
import org.hikeshi.events.Finding;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.events.Severity;
import org.hikeshi.events.VersionRange;
import org.hikeshi.events.VulnerabilityId;
import org.hikeshi.policy.FactorName;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.casework.EnumWords;
import org.hikeshi.triage.severity.Banding;
import org.hikeshi.triage.severity.CvssReading;
import org.hikeshi.triage.severity.Urgency;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Judges an assessment under a policy: severity per vulnerability, the case's severity, priority.
 */
final class Judging {
    private final Policy policy;
    private final List<FieldError> faults = new ArrayList<>();

    private Judging(Policy policy) {
        this.policy = policy;
    }

    /** What came of it; the judgement counts only if there is no fault. */
    record Outcome(List<FieldError> faults, Judgement judgement) {}

    static Outcome of(Assessment given, Policy policy) {
        Judging judging = new Judging(policy);
        judging.faults.addAll(AssessmentChecks.of(given, policy));
        List<ScoredVulnerability> all = new ArrayList<>();
        List<Assessment.Vulnerability> vulnerabilities = given.vulnerabilitiesOrNone();
        for (int i = 0; i < vulnerabilities.size(); i++) {
            judging.scored(vulnerabilities.get(i), "/vulnerabilities/" + i).ifPresent(all::add);
        }
        return new Outcome(judging.faults, judgement(all, given, policy));
    }

    private static Judgement judgement(
            List<ScoredVulnerability> all, Assessment given, Policy policy) {
        Severity severity =
                all.stream()
                        .map(ScoredVulnerability::severity)
                        .min(Comparator.naturalOrder())
                        .orElse(Severity.NONE);
        List<FactorName> factors =
                policy.priority().stream()
                        .flatMap(priority -> priority.factors().stream())
                        .map(factor -> factor.factor())
                        .filter(factor -> given.factorsOrNone().contains(Urgency.word(factor)))
                        .toList();
        Finding finding = severity == Severity.NONE ? Finding.NOT_VALID : Finding.VALID;
        return new Judgement(finding, severity, Urgency.of(severity, factors), all);
    }

    private Optional<ScoredVulnerability> scored(Assessment.Vulnerability given, String at) {
        int before = faults.size();
        Optional<CvssReading.Scores> scores = scores(given.cvss31(), at + "/cvss31");
        Cwe cwe = read(given.cwe(), at + "/cwe", "cwe-unreadable", Cwe::new);
        VulnerabilityId id = read(given.id(), at + "/id", "id-unreadable", VulnerabilityId::parse);
        Severity severity = severity(given, scores, at);
        List<AffectedProduct> affected = affected(given, at + "/affected");
        if (faults.size() > before || severity == null) {
            return Optional.empty();
        }
        BigDecimal score = scores.map(one -> Banding.deciding(one, policy.severity())).orElse(null);
        return Optional.of(
                new ScoredVulnerability(
                        id == null ? VulnerabilityId.random() : id,
                        cwe,
                        scores.map(one -> new CvssVector(one.vector())).orElse(null),
                        score,
                        severity,
                        affected));
    }

    private Optional<CvssReading.Scores> scores(@Nullable String vector, String at) {
        if (vector == null) {
            return Optional.empty();
        }
        return switch (CvssReading.of(vector)) {
            case CvssReading.Scores scores -> Optional.of(scores);
            case CvssReading.Malformed malformed -> {
                faults.add(FieldError.at(at, "cvss-" + malformed.reason(), malformed.metric()));
                yield Optional.empty();
            }
        };
    }

    /**
     * By the policy's bands the score decides, and only without a score a justified severity; by
     * definitions always the justified severity (A6).
     */
    private @Nullable Severity severity(
            Assessment.Vulnerability given, Optional<CvssReading.Scores> scores, String at) {
        boolean byScore = policy.severity().cvss().isPresent() && scores.isPresent();
        Severity said = EnumWords.read(Severity.class, given.severity()).orElse(null);
        if (said == null && given.severity() != null) {
            faults.add(
                    FieldError.at(at + "/severity", "unknown-word")
                            .accepting(EnumWords.of(Severity.class)));
        }
        if (byScore) {
            BigDecimal score = Banding.deciding(scores.orElseThrow(), policy.severity());
            Severity banded = Banding.severity(score, policy.severity());
            if (said != null && said != banded) {
                faults.add(FieldError.at(at + "/severity", "severity-differs-from-score"));
            }
            return banded;
        }
        if (given.cvss31() != null && scores.isEmpty()) {
            return null;
        }
        if (given.severity() == null) {
            faults.add(FieldError.at(at + "/severity", "severity-needed"));
        } else if (given.justification() == null || given.justification().isBlank()) {
            faults.add(FieldError.at(at + "/justification", "justification-needed"));
        }
        return said;
    }

    private List<AffectedProduct> affected(Assessment.Vulnerability given, String at) {
        List<AffectedProduct> all = new ArrayList<>();
        for (int i = 0; i < given.affectedOrNone().size(); i++) {
            Assessment.Affected one = given.affectedOrNone().get(i);
            String here = at + "/" + i;
            String versions = one.versions() == null ? "*" : one.versions();
            if (one.productId() == null) {
                faults.add(FieldError.at(here + "/productId", "product-needed"));
                continue;
            }
            ProductId product =
                    read(one.productId(), here + "/productId", "id-unreadable", ProductId::parse);
            VersionRange range =
                    read(versions, here + "/versions", "versions-unreadable", VersionRange::new);
            if (product != null && range != null) {
                all.add(new AffectedProduct(product, range));
            }
        }
        return all;
    }

    private <T> @Nullable T read(
            @Nullable String given, String at, String code, Function<String, T> reader) {
        if (given == null) {
            return null;
        }
        try {
            return reader.apply(given);
        } catch (IllegalArgumentException unreadable) {
            faults.add(FieldError.at(at, code));
            return null;
        }
    }
}
