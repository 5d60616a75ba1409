package org.hikeshi.disclosure.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.disclosure.credit.CreditWishes;
import org.hikeshi.disclosure.knowledge.Knowledge;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.CvssVector;
import org.hikeshi.events.Scored;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.policy.Audience;
import org.hikeshi.policy.Contact;
import org.hikeshi.policy.Language;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Severity;
import org.jspecify.annotations.Nullable;

/** What a new text starts from: what the case, the policy and the reporters already say. */
@ApplicationScoped
class Prefilling {
    private static final Pattern BASE = Pattern.compile("CVSS:3\\.1(?:/[A-Z]{1,2}:[A-Z]){8}");

    private final Knowledge knowledge;
    private final CreditWishes credits;
    private final PolicyVersions policies;

    Prefilling(Knowledge knowledge, CreditWishes credits, PolicyVersions policies) {
        this.knowledge = knowledge;
        this.credits = credits;
        this.policies = policies;
    }

    AdvisoryContent start(AdvisoryKind kind, Optional<CaseId> caseId) {
        Policy policy = policies.current();
        Optional<Scored> scored =
                kind == AdvisoryKind.SA ? caseId.flatMap(knowledge::assessment) : Optional.empty();
        List<ScoredVulnerability> vulnerabilities =
                scored.map(Scored::vulnerabilities).orElse(List.of());
        return new AdvisoryContent(
                kind,
                Map.of(),
                affected(vulnerabilities),
                vulnerabilities.stream().map(Prefilling::vulnerability).toList(),
                Map.of(),
                Map.of(),
                caseId.flatMap(credits::of).orElse(List.of()),
                contact(policy),
                byTag(policy.ownTexts().disclaimer().orElse(Map.of())),
                Map.of());
    }

    private List<AffectedProduct> affected(List<ScoredVulnerability> vulnerabilities) {
        Map<String, AffectedProduct> rows = new TreeMap<>();
        for (ScoredVulnerability one : vulnerabilities) {
            for (org.hikeshi.events.AffectedProduct product : one.affected()) {
                String id = product.product().toString();
                rows.putIfAbsent(
                        id + product.versions(),
                        new AffectedProduct(
                                id,
                                knowledge.productName(id),
                                String.join(", ", knowledge.models(id)),
                                product.versions().value(),
                                "",
                                ProductStanding.AFFECTED));
            }
        }
        return new ArrayList<>(rows.values());
    }

    private static PublishedVulnerability vulnerability(ScoredVulnerability one) {
        return new PublishedVulnerability(
                "",
                one.cwe() == null ? "" : one.cwe().value(),
                base(one.cvss31()),
                severity(one.severity()));
    }

    /** What the desk adds for itself (temporal, environmental) is not for the public. */
    private static String base(@Nullable CvssVector vector) {
        if (vector == null) {
            return "";
        }
        Matcher base = BASE.matcher(vector.value());
        return base.lookingAt() && CvssBase.readable(base.group()) ? base.group() : "";
    }

    private static @Nullable Severity severity(org.hikeshi.events.Severity said) {
        return switch (said) {
            case CRITICAL -> Severity.CRITICAL;
            case HIGH -> Severity.HIGH;
            case MEDIUM -> Severity.MEDIUM;
            case LOW -> Severity.LOW;
            case NONE, UNKNOWN -> null;
        };
    }

    private static String contact(Policy policy) {
        return policy.contacts().stream()
                .filter(c -> c.audience() == Audience.CUSTOMERS && c.mail().isPresent())
                .findFirst()
                .or(() -> policy.contacts().stream().filter(c -> c.mail().isPresent()).findFirst())
                .or(() -> policy.contacts().stream().findFirst())
                .map(Prefilling::address)
                .orElse("");
    }

    private static String address(Contact contact) {
        return contact.mail().map(Object::toString).or(contact::page).orElse("");
    }

    private static Map<String, String> byTag(Map<Language, String> text) {
        Map<String, String> all = new TreeMap<>();
        text.forEach((language, words) -> all.put(language.code(), words));
        return all;
    }
}
