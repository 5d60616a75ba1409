package org.hikeshi.trust.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hikeshi.trust.signin.Brake.Outcome;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private Instant now = Instant.parse("2026-12-01T00:00:00Z");
    private final Brake brake = new Brake(() -> now, Set.of("a", "b")::contains);

    private List<Outcome> wrong(String name, int times) {
        List<Outcome> all = new ArrayList<>();
        for (int guess = 0; guess < times; guess++) {
            all.add(brake.judge(name, false));
        }
        return all;
    }

    @Test
    void tenAtOnceThenOneMoreEverySixSeconds() {
        assertThat(wrong("a", Brake.AT_ONCE)).containsOnly(Outcome.WRONG);
        assertThat(brake.judge("a", true)).isEqualTo(Outcome.BRAKED);
        assertThat(brake.judge("b", true)).isEqualTo(Outcome.RIGHT);
        now = now.plus(Brake.ONE_MORE);
        assertThat(wrong("a", 2)).containsExactly(Outcome.WRONG, Outcome.BRAKED);
    }

    @Test
    void aRightPasswordForgivesEarlierOnesAndSoDoesTime() {
        wrong("a", Brake.AT_ONCE - 1);
        assertThat(brake.judge("a", true)).isEqualTo(Outcome.RIGHT);
        assertThat(wrong("a", 50)).filteredOn(Outcome.WRONG::equals).hasSize(Brake.AT_ONCE);
        now = now.plus(Duration.ofMinutes(1));
        assertThat(wrong("a", 50)).filteredOn(Outcome.WRONG::equals).hasSize(Brake.AT_ONCE);
    }

    @Test
    void namesThatNobodyHasAreBrakedLikeAnyOther() {
        assertThat(wrong("nobody", 12)).isEqualTo(wrong("a", 12));
        assertThat(wrong("nobody else", 12)).isEqualTo(wrong("b", 12));
        now = now.plus(Brake.ONE_MORE);
        assertThat(wrong("nobody", 2)).isEqualTo(wrong("a", 2));
    }

    @Test
    void aFloodOfNamesFillsNoMemoryAndForgetsNoBrake() {
        wrong("a", Brake.AT_ONCE);
        wrong("nobody", Brake.AT_ONCE);
        for (int name = 0; name < 3 * Brake.MOST_STRANGERS; name++) {
            now = now.plusNanos(1000);
            brake.judge("stranger-" + name, false);
            assertThat(brake.strangers()).isLessThanOrEqualTo(Brake.MOST_STRANGERS);
        }
        assertThat(brake.judge("a", false)).isEqualTo(Outcome.BRAKED);
        assertThat(brake.judge("nobody", false)).isEqualTo(Outcome.BRAKED);
        assertThat(brake.judge("b", true)).isEqualTo(Outcome.RIGHT);
    }

    @Test
    void guessesAtTheSameMomentAreNoMore() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService hands = Executors.newFixedThreadPool(64)) {
            List<Future<Outcome>> guesses = new ArrayList<>();
            for (int guess = 0; guess < 256; guess++) {
                Callable<Outcome> one =
                        () -> {
                            go.await();
                            return brake.judge("a", false);
                        };
                guesses.add(hands.submit(one));
            }
            go.countDown();
            List<Outcome> all = new ArrayList<>();
            for (Future<Outcome> guess : guesses) {
                all.add(guess.get());
            }
            assertThat(all).filteredOn(Outcome.WRONG::equals).hasSize(Brake.AT_ONCE);
        }
    }
}
