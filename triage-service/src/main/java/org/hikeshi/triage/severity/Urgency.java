package org.hikeshi.triage.severity;

import java.util.List;
import java.util.stream.Stream;
import org.hikeshi.events.PriorityLevel;
import org.hikeshi.events.Severity;
import org.hikeshi.policy.FactorName;

/**
 * The priority of a case and why (E4.2): severity gives the level, each factor that applies makes
 * it one stricter.
 *
 * @param reasons {@code severity-high}, then {@code factor-wormable} and so on
 */
public record Urgency(PriorityLevel level, List<String> reasons) {

    public Urgency {
        reasons = List.copyOf(reasons);
    }

    public static Urgency of(Severity severity, List<FactorName> factors) {
        PriorityLevel[] levels = PriorityLevel.values();
        int bySeverity =
                switch (severity) {
                    case CRITICAL -> 0;
                    case HIGH -> 1;
                    case MEDIUM -> 2;
                    case LOW, NONE, UNKNOWN -> 3;
                };
        List<FactorName> each = factors.stream().distinct().toList();
        int level = severity == Severity.NONE ? 3 : Math.max(0, bySeverity - each.size());
        return new Urgency(
                levels[level],
                Stream.concat(
                                Stream.of("severity-" + word(severity)),
                                each.stream().map(factor -> "factor-" + word(factor)))
                        .toList());
    }

    /** Whether this outcome is laxer than that one; then a second person has to agree. */
    public static boolean lowers(
            Severity severity, PriorityLevel level, Severity before, PriorityLevel levelBefore) {
        return severity.compareTo(before) > 0 || level.compareTo(levelBefore) > 0;
    }

    /** As in the API: {@code on-by-default}. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
