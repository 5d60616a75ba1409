package org.hikeshi.triage.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CvssReadingTest {
    private static final String BASE = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    /** FIRST's own examples and the corners of the formula. */
    @ParameterizedTest
    @CsvSource({
        "AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H, 9.8, 9.8, 9.8",
        "AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H, 10.0, 10.0, 10.0",
        "AV:N/AC:L/PR:N/UI:N/S:C/C:N/I:N/A:N, 0.0, 0.0, 0.0",
        "AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N, 6.1, 6.1, 6.1",
        "AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H, 7.8, 7.8, 7.8",
        "AV:P/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L, 2.4, 2.4, 2.4",
        "AV:N/AC:L/PR:N/UI:N/S:C/C:L/I:L/A:N/E:U, 7.2, 6.6, 6.6",
        "AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/MPR:H, 10.0, 10.0, 9.1"
    })
    void scores(String metrics, BigDecimal base, BigDecimal temporal, BigDecimal environmental) {
        String vector = "CVSS:3.1/" + metrics;
        assertThat(CvssReading.of(vector))
                .isEqualTo(new CvssReading.Scores(vector, base, temporal, environmental));
    }

    @ParameterizedTest
    @CsvSource({
        "/AV:N, AV, doubled",
        "/E:P/E:P, E, doubled",
        "/XX:N, XX, unknown",
        "/E, E, value",
        "/E:Q, E, value",
        "/E:, E, value",
        "/, CVSS, unknown",
        "/MAV:N/MAV:A, MAV, doubled"
    })
    void namesTheMetricAtFault(String more, String metric, String reason) {
        assertThat(CvssReading.of(BASE + more))
                .isEqualTo(new CvssReading.Malformed(metric, reason));
    }

    @Test
    void everyBaseMetricIsNeeded() {
        for (String metric : new String[] {"AV", "AC", "PR", "UI", "S", "C", "I", "A"}) {
            String without = BASE.replaceAll("/" + metric + ":.", "");
            assertThat(CvssReading.of(without))
                    .isEqualTo(new CvssReading.Malformed(metric, "missing"));
        }
    }

    @Test
    void anotherVersionIsNotRead() {
        for (String other :
                new String[] {"", "CVSS:3.0/AV:N", "AV:N/AC:L", "CVSS:4.0/AV:N", "cvss:3.1/AV:N"}) {
            assertThat(CvssReading.of(other))
                    .isEqualTo(new CvssReading.Malformed("CVSS", "prefix"));
        }
    }
}
