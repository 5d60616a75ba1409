package org.hikeshi.triage.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.ScopeKind;
import org.hikeshi.triage.casework.EnumWords;
import org.hikeshi.triage.severity.Urgency;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** Whether the words of an assessment are among those there are. */
final class AssessmentChecks {
    private static final int LONGEST_NOTES = 20_000;
    private static final int MOST = 50;
    private static final Map<String, List<String>> WORDS =
            Map.of(
                    "attackVector", List.of("network", "adjacent", "local", "physical"),
                    "privileges", List.of("none", "low", "high"),
                    "userInteraction", List.of("none", "required"),
                    "confidentiality", List.of("none", "low", "high"),
                    "integrity", List.of("none", "low", "high"),
                    "availability", List.of("none", "low", "high"),
                    "exploitation", List.of("unknown", "none", "proof-of-concept", "active"),
                    "exposure", List.of("unknown", "internet", "local-network", "isolated"));

    private final Policy policy;
    private final List<FieldError> faults = new ArrayList<>();

    private AssessmentChecks(Policy policy) {
        this.policy = policy;
    }

    static List<FieldError> of(Assessment given, Policy policy) {
        AssessmentChecks checks = new AssessmentChecks(policy);
        checks.word("attackVector", given.attackVector());
        checks.word("privileges", given.privileges());
        checks.word("userInteraction", given.userInteraction());
        checks.word("confidentiality", given.confidentiality());
        checks.word("integrity", given.integrity());
        checks.word("availability", given.availability());
        checks.word("exploitation", given.exploitation());
        checks.word("exposure", given.exposure());
        checks.scope(given.scope());
        checks.factors(given.factorsOrNone());
        if (given.notes() != null && given.notes().length() > LONGEST_NOTES) {
            checks.faults.add(FieldError.at("/notes", "too-long"));
        }
        if (given.vulnerabilitiesOrNone().size() > MOST) {
            checks.faults.add(FieldError.at("/vulnerabilities", "too-many"));
        }
        return checks.faults;
    }

    private void word(String field, @Nullable String given) {
        List<String> known = WORDS.getOrDefault(field, List.of());
        if (given != null && !known.contains(given)) {
            faults.add(FieldError.at("/" + field, "unknown-word").accepting(known));
        }
    }

    /** A kind the policy covers, or out of scope (E1-scope). */
    private void scope(@Nullable String given) {
        List<String> known = new ArrayList<>(EnumWords.of(ScopeKind.class));
        known.add("out-of-scope");
        if (given != null && !known.contains(given)) {
            faults.add(FieldError.at("/scope", "unknown-word").accepting(known));
        }
    }

    private void factors(List<String> given) {
        List<String> known =
                policy.priority().stream()
                        .flatMap(priority -> priority.factors().stream())
                        .map(factor -> Urgency.word(factor.factor()))
                        .toList();
        for (int i = 0; i < given.size(); i++) {
            if (!known.contains(given.get(i))) {
                faults.add(FieldError.at("/factors/" + i, "factor-not-in-policy").accepting(known));
            }
        }
    }
}
