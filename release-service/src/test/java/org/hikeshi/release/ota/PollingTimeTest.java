package org.hikeshi.release.ota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollingTimeTest {
    @Test
    void eightCharactersWithinADay() {
        assertThat(PollingTime.of(Duration.ofSeconds(5))).isEqualTo("00:00:05");
        assertThat(PollingTime.of(Duration.ofMinutes(65))).isEqualTo("01:05:00");
        assertThat(PollingTime.of(Duration.ZERO)).isEqualTo("00:00:01");
        assertThat(PollingTime.of(Duration.ofDays(3))).isEqualTo("23:59:59");
    }
}
