package org.hikeshi.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * {@code ./hikeshi bench [name…]}: runs the comparisons and prints their ratios. Ends with 0 when
 * all could be run; a missed target is a figure, not a failure.
 */
public final class Bench {
    private interface Run {
        void run() throws Exception;
    }

    private record Named(String name, Run run) {}

    private static final Path ROOT = Path.of(System.getProperty("hikeshi.root", "."));

    private static final List<Named> ALL =
            List.of(
                    new Named("relay", () -> compare(RelayComparison::new)),
                    new Named("lanes", () -> compare(LanesComparison::new)),
                    new Named("intake", () -> compare(IntakeComparison::new)),
                    new Named("first-minute", () -> new FirstMinute(ROOT).run()));

    private Bench() {}

    public static void main(String[] names) throws Exception {
        // The service is asked behind its origin: with the origin's name as Host.
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        for (Named chosen : chosen(names)) {
            chosen.run().run();
        }
        System.exit(0);
    }

    private static List<Named> chosen(String[] names) {
        if (names.length == 0) {
            return ALL;
        }
        List<Named> chosen = new ArrayList<>();
        for (String name : names) {
            Named found =
                    ALL.stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
            if (found == null) {
                System.err.printf(
                        "There is no comparison \"%s\", there are %s%n",
                        name, ALL.stream().map(Named::name).toList());
                System.exit(2);
            } else {
                chosen.add(found);
            }
        }
        return chosen;
    }

    private static void compare(Callable<Comparison> making) throws Exception {
        try (Comparison comparison = making.call()) {
            System.out.println(comparison.name());
            System.out.println("    " + Rounds.of(comparison).report(comparison.aim()));
        }
    }
}
