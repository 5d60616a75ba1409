package org.hikeshi.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoundsTest {
    /** Rounds of these baselines, after the one of the warm-up, which must not count. */
    private static Rounds rounds(double measured, Double... baselines) throws Exception {
        Iterator<Double> next =
                Stream.concat(Stream.of(1_000_000.), Arrays.stream(baselines)).iterator();
        return Rounds.of(
                new Comparison() {
                    @Override
                    public String name() {
                        return "figures";
                    }

                    @Override
                    public Aim aim() {
                        return new Aim(0.3, 0.5);
                    }

                    @Override
                    public double baseline() {
                        return next.next();
                    }

                    @Override
                    public double measured() {
                        return measured;
                    }
                });
    }

    @Test
    void theMiddleRatioOfSoundRoundsCounts() throws Exception {
        Rounds rounds = rounds(40, 100., 100., 50., 50., 200., 200.);
        assertThat(rounds.ratio()).hasValue(0.4);
        assertThat(rounds.report(new Comparison.Aim(0.3, 0.5))).contains("0.40", ": met;");
    }

    @Test
    void noisyRoundsAreRepeatedAndDoNotCount() throws Exception {
        Rounds rounds = rounds(40, 100., 30., 100., 100., 100., 100., 100., 100.);
        assertThat(rounds.ratio()).hasValue(0.4);
        assertThat(rounds.report(new Comparison.Aim(0.5, 0.6))).contains("MISSED", "noisy 1");
    }

    @Test
    void withoutASoundRoundThereIsNoVerdict() throws Exception {
        Double[] noise = new Double[12];
        Arrays.setAll(noise, i -> i % 2 == 0 ? 100. : 10.);
        assertThat(rounds(40, noise).report(new Comparison.Aim(0.3, 0.5))).startsWith("no verdict");
    }
}
