package org.hikeshi.triage.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.hikeshi.events.CaseClock;
import org.hikeshi.policy.Kind;
import org.junit.jupiter.api.Test;

class CaseTimerTest {
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final Instant DUE = Instant.parse("2027-01-15T02:00:00Z");

    @Test
    void anAgreedDateIsKeptByPublishingAtThatInstant() {
        assertThat(running(CaseClock.AGREED_DATE).state(DUE)).isEqualTo(CaseTimer.State.RUNNING);
        assertThat(stopped(CaseClock.AGREED_DATE, DUE.plusSeconds(3)).state(DUE.plusSeconds(9)))
                .isEqualTo(CaseTimer.State.MET);
    }

    @Test
    void anAgreedDateIsLateWhenTheActHasHadItsTime() {
        Instant late = DUE.plusSeconds(300);

        assertThat(running(CaseClock.AGREED_DATE).changesAfter(DUE)).contains(late);
        assertThat(running(CaseClock.AGREED_DATE).state(late)).isEqualTo(CaseTimer.State.BREACHED);
        assertThat(stopped(CaseClock.AGREED_DATE, late.plusSeconds(1)).state(late.plusSeconds(2)))
                .isEqualTo(CaseTimer.State.MISSED);
    }

    @Test
    void everyOtherClockIsLateAtItsInstant() {
        assertThat(running(CaseClock.FIX).state(DUE)).isEqualTo(CaseTimer.State.BREACHED);
        assertThat(stopped(CaseClock.FIX, DUE.plusSeconds(3)).state(DUE.plusSeconds(9)))
                .isEqualTo(CaseTimer.State.MISSED);
    }

    private static CaseTimer running(CaseClock clock) {
        return timer(clock, Optional.empty(), "");
    }

    private static CaseTimer stopped(CaseClock clock, Instant at) {
        return timer(clock, Optional.of(at), "disclosed");
    }

    private static CaseTimer timer(CaseClock clock, Optional<Instant> stopped, String by) {
        return new CaseTimer(
                clock,
                null,
                null,
                "house",
                Kind.COMMITMENT,
                START,
                "disclosure-planned",
                Optional.empty(),
                Optional.of(DUE),
                stopped,
                by,
                false);
    }
}
