package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A mapping by severity names all four levels. */
final class Levels {
    private Levels() {}

    static List<Complaint> missing(String key, Map<Severity, ?> bySeverity) {
        return new ArrayList<>(
                Arrays.stream(Severity.values())
                        .filter(s -> !bySeverity.containsKey(s))
                        .map(Words::written)
                        .map(s -> new Complaint(key + "." + s, Mistake.LEVEL_MISSING, s))
                        .toList());
    }
}
