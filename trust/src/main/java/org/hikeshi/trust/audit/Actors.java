package org.hikeshi.trust.audit;

import java.util.HashSet;
import java.util.Set;

/**
 * Who acts in the record besides people. The record holds one name for whoever acted, so no person
 * is ever called like one of these.
 */
public final class Actors {
    /** Whoever reported, in all records. */
    public static final String REPORTER = "reporter";

    /** The services, as they sign. */
    public static final Set<String> SERVICES =
            Set.of("intake", "triage", "release", "disclosure", "notifier");

    /** All of them. */
    public static final Set<String> NO_PEOPLE = noPeople();

    private Actors() {}

    private static Set<String> noPeople() {
        Set<String> all = new HashSet<>(SERVICES);
        all.add(REPORTER);
        all.add("self"); // what the steps of a campaign call the thresholds
        return Set.copyOf(all);
    }
}
