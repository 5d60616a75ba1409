package org.hikeshi.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IncidentTest {

    @Test
    void classesAndLinesButNoMessage() {
        Exception failure =
                new IllegalStateException(
                        "Failing row contains (planted-secret)",
                        new IllegalArgumentException("planted-secret"));

        assertThat(Incident.describe(failure))
                .contains("java.lang.IllegalStateException")
                .contains("caused by java.lang.IllegalArgumentException")
                .contains("IncidentTest")
                .doesNotContain("planted-secret");
    }
}
