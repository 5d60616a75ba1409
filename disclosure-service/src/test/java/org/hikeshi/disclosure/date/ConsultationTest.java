package org.hikeshi.disclosure.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hikeshi.disclosure.date.Consultation.Outcome;
import org.junit.jupiter.api.Test;

class ConsultationTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final Instant END = Instant.parse("2026-12-18T00:00:00Z");
    private static final Instant BEFORE = END.minusSeconds(1);

    private static Outcome at(Instant now, Map<UUID, Boolean> answers) {
        return new Consultation(Set.of(ONE, TWO), answers, END).at(now);
    }

    @Test
    void allOfThemMustAgreeToEndItEarly() {
        assertThat(at(BEFORE, Map.of())).isEqualTo(Outcome.WAIT);
        assertThat(at(BEFORE, Map.of(ONE, true))).isEqualTo(Outcome.WAIT);
        assertThat(at(BEFORE, Map.of(ONE, true, TWO, true))).isEqualTo(Outcome.AGREED);
    }

    @Test
    void silenceNeverBlocks() {
        assertThat(at(END, Map.of())).isEqualTo(Outcome.SILENT);
        assertThat(at(END, Map.of(ONE, true))).isEqualTo(Outcome.SILENT);
    }

    @Test
    void aWishForAnotherDateIsAPersonsDecision() {
        assertThat(at(BEFORE, Map.of(ONE, true, TWO, false))).isEqualTo(Outcome.COUNTERED);
        assertThat(at(END, Map.of(TWO, false))).isEqualTo(Outcome.COUNTERED);
    }

    @Test
    void aCaseOfWhichNoReportIsKnownWaitsForTime() {
        assertThat(new Consultation(Set.of(), Map.of(), END).at(BEFORE)).isEqualTo(Outcome.WAIT);
    }
}
