package org.hikeshi.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BrakeTest {

    private Instant now = Instant.parse("2026-12-01T00:00:00Z");
    private final Brake brake = new Brake(() -> now);

    @Test
    void tenAtOnceThenOneMoreEverySixSeconds() {
        for (int guess = 0; guess < Brake.AT_ONCE; guess++) {
            assertThat(brake.lets("a")).isTrue();
            brake.failed("a");
        }
        assertThat(brake.lets("a")).isFalse();
        assertThat(brake.lets("b")).isTrue();
        now = now.plus(Brake.ONE_MORE);
        assertThat(brake.lets("a")).isTrue();
        brake.failed("a");
        assertThat(brake.lets("a")).isFalse();
    }

    @Test
    void aRightPasswordForgivesEarlierOnesAndSoDoesTime() {
        for (int guess = 0; guess < Brake.AT_ONCE - 1; guess++) {
            brake.failed("a");
        }
        brake.succeeded("a");
        brake.failed("a");
        assertThat(brake.lets("a")).isTrue();
        for (int guess = 0; guess < 50; guess++) {
            brake.failed("a");
        }
        now = now.plus(Duration.ofMinutes(10));
        assertThat(brake.lets("a")).isTrue();
    }
}
