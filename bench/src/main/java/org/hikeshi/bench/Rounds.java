package org.hikeshi.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Runs a comparison in rounds baseline, measured, baseline. A round whose baselines differ by more
 * than {@link #NOISE} says nothing; without a sound round there is no verdict.
 */
final class Rounds {
    /** Largest part by which two baselines of a round may differ. */
    static final double NOISE = 0.25;

    private static final int WANTED = 3;
    private static final int TRIED = 6;

    private final List<Double> ratios = new ArrayList<>();
    private int noisy;

    static Rounds of(Comparison comparison) throws Exception {
        Rounds rounds = new Rounds();
        // Both sides once without counting: a compiler that is still at work favours nobody.
        comparison.baseline();
        comparison.measured();
        for (int round = 0; round < TRIED && rounds.ratios.size() < WANTED; round++) {
            rounds.round(comparison);
        }
        return rounds;
    }

    private void round(Comparison comparison) throws Exception {
        double before = comparison.baseline();
        double measured = comparison.measured();
        double after = comparison.baseline();
        System.out.printf(
                Locale.ROOT,
                "    baseline %,.0f/s  measured %,.0f/s  baseline %,.0f/s%n",
                before,
                measured,
                after);
        if (Math.abs(before - after) > NOISE * Math.max(before, after)) {
            noisy++;
        } else {
            ratios.add(measured / ((before + after) / 2));
        }
    }

    /** The middle ratio of the sound rounds. */
    OptionalDouble ratio() {
        return ratios.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(ratios.stream().sorted().toList().get(ratios.size() / 2));
    }

    String report(Comparison.Aim aim) {
        if (ratio().isEmpty()) {
            return "no verdict: the machine was too noisy in all " + noisy + " rounds";
        }
        double ratio = ratio().getAsDouble();
        String verdict =
                ratio >= aim.stretch() ? "stretch met" : ratio >= aim.target() ? "met" : "MISSED";
        return String.format(
                Locale.ROOT,
                "ratio %.2f  (target %.2f, stretch %.2f: %s; rounds %s, noisy %d)",
                ratio,
                aim.target(),
                aim.stretch(),
                verdict,
                ratios.stream().map(r -> String.format(Locale.ROOT, "%.2f", r)).toList(),
                noisy);
    }
}
