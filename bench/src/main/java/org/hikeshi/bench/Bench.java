package org.hikeshi.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * {@code ./hikeshi bench [name…]}: runs the comparisons and prints their ratios. Ends with 0 when
 * all could be run; a missed target is a figure, not a failure.
 */
public final class Bench {
    private static final Map<String, Callable<Comparison>> COMPARISONS = new LinkedHashMap<>();

    static {
        COMPARISONS.put("relay", RelayComparison::new);
        COMPARISONS.put("lanes", LanesComparison::new);
        COMPARISONS.put("intake", IntakeComparison::new);
    }

    private Bench() {}

    public static void main(String[] names) throws Exception {
        List<String> wanted =
                names.length == 0 ? List.copyOf(COMPARISONS.keySet()) : List.of(names);
        for (String name : wanted) {
            Callable<Comparison> comparison = COMPARISONS.get(name);
            if (comparison == null) {
                System.err.println(
                        "No comparison \"" + name + "\"; there are " + COMPARISONS.keySet());
                System.exit(2);
            }
        }
        for (String name : wanted) {
            try (Comparison comparison = COMPARISONS.get(name).call()) {
                System.out.println(comparison.name());
                System.out.println("    " + Rounds.of(comparison).report(comparison.aim()));
            }
        }
        System.exit(0);
    }
}
