package org.hikeshi.triage.clock;

import java.util.Optional;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.Scored;
import org.hikeshi.events.ScoredVulnerability;
import org.hikeshi.policy.Severity;
import org.hikeshi.triage.facts.CaseFacts;
import org.jspecify.annotations.Nullable;

/**
 * Which column of the policy's table a clock reads. Until a case is scored Critical's time applies
 * (E5.1-first); then its severity, made stricter by as many levels as factors raised the priority
 * (E4.2).
 */
final class Level {
    private Level() {}

    /** Empty if nothing is to be mended: the findings say so. */
    static Optional<Severity> of(CaseFacts facts, @Nullable ProductId product) {
        Optional<Scored> scored = facts.scored();
        if (scored.isEmpty()) {
            return Optional.of(Severity.CRITICAL);
        }
        Optional<Severity> own =
                product == null
                        ? inPolicy(scored.get().severity())
                        : scored.get().vulnerabilities().stream()
                                .filter(one -> affects(one, product))
                                .flatMap(one -> inPolicy(one.severity()).stream())
                                .min(java.util.Comparator.naturalOrder());
        return own.map(severity -> raised(severity, scored.get()));
    }

    private static boolean affects(ScoredVulnerability vulnerability, ProductId product) {
        return vulnerability.affected().stream().anyMatch(one -> one.product().equals(product));
    }

    private static Severity raised(Severity severity, Scored scored) {
        Optional<Severity> whole = inPolicy(scored.severity());
        int priority =
                switch (scored.priority()) {
                    case P1 -> 0;
                    case P2 -> 1;
                    case P3 -> 2;
                    case P4 -> 3;
                    case UNKNOWN -> 3;
                };
        int raise = whole.map(w -> Math.max(0, w.ordinal() - priority)).orElse(0);
        return Severity.values()[Math.max(0, severity.ordinal() - raise)];
    }

    private static Optional<Severity> inPolicy(org.hikeshi.events.Severity severity) {
        return switch (severity) {
            case CRITICAL -> Optional.of(Severity.CRITICAL);
            case HIGH -> Optional.of(Severity.HIGH);
            case MEDIUM -> Optional.of(Severity.MEDIUM);
            case LOW -> Optional.of(Severity.LOW);
            case NONE, UNKNOWN -> Optional.empty();
        };
    }
}
