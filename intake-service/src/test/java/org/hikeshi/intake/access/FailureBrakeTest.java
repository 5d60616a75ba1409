package org.hikeshi.intake.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FailureBrakeTest {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-12-01T00:00:00Z"));
    private final FailureBrake brake = new FailureBrake(now::get);

    @Test
    void aFewMistakesCostNothing() {
        for (int i = 0; i < 30; i++) {
            assertThat(brake.failed()).isZero();
        }
    }

    @Test
    void guessingGetsSlowerUpToABound() {
        Duration last = Duration.ZERO;
        for (int i = 0; i < 2_000; i++) {
            Duration wait = brake.failed();
            assertThat(wait)
                    .isGreaterThanOrEqualTo(last)
                    .isLessThanOrEqualTo(Duration.ofSeconds(3));
            last = wait;
        }
        assertThat(last).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void aMinuteLaterAllIsForgotten() {
        for (int i = 0; i < 500; i++) {
            brake.failed();
        }
        now.updateAndGet(time -> time.plusSeconds(61));
        assertThat(brake.failed()).isZero();
    }
}
