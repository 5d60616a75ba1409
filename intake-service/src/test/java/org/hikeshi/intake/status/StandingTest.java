package org.hikeshi.intake.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hikeshi.intake.status.ReportFacts.Kind;
import org.hikeshi.intake.status.ReportFacts.ReportFact;
import org.hikeshi.intake.status.Standing.Entry;
import org.hikeshi.intake.status.Standing.State;
import org.hikeshi.policy.Promise;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Instant RECEIVED = Instant.parse("2026-12-01T05:30:00Z");
    private static final Instant MAIL_DUE = Instant.parse("2026-12-01T15:00:00Z");
    private static final Instant PERSON_DUE = Instant.parse("2026-12-02T15:00:00Z");
    private static final List<Promise> PROMISES =
            List.of(promise("receipt-mail", MAIL_DUE), promise("confirmation", PERSON_DUE));

    @Test
    void aNewReportWaitsForTheDesk() {
        Standing standing = Standing.of(RECEIVED, PROMISES, List.of(), RECEIVED);
        assertThat(standing.stage()).isEqualTo(Standing.Stage.RECEIVED);
        assertThat(standing.whoseTurn()).isEqualTo(Standing.Turn.DESK);
        assertThat(standing.nextUpdateDue()).contains(MAIL_DUE);
        assertThat(standing.promises()).extracting(Standing.Kept::state).containsOnly(State.OPEN);
        assertThat(standing.timeline()).containsExactly(new Entry("received", RECEIVED));
    }

    @Test
    void theAcknowledgementKeepsItsPromise() {
        ReportFact told = new ReportFact(Kind.ACKNOWLEDGED, RECEIVED.plusSeconds(1));
        Standing standing =
                Standing.of(RECEIVED, PROMISES, List.of(told), PERSON_DUE.plusMillis(1));
        assertThat(standing.promises())
                .extracting(Standing.Kept::state)
                .containsExactly(State.MET, State.OVERDUE);
        assertThat(standing.nextUpdateDue()).contains(PERSON_DUE);
    }

    @Test
    void onlyTheSetOfFactsCounts() {
        List<ReportFact> facts =
                new ArrayList<>(
                        List.of(
                                new ReportFact(
                                        Kind.ACKNOWLEDGEMENT_FAILED, RECEIVED.plusSeconds(5)),
                                new ReportFact(Kind.ACKNOWLEDGED, RECEIVED.plusSeconds(9)),
                                new ReportFact(Kind.ACKNOWLEDGED, RECEIVED.plusSeconds(7))));
        Standing first = Standing.of(RECEIVED, PROMISES, facts, RECEIVED);
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(facts, random);
            assertThat(Standing.of(RECEIVED, PROMISES, facts, RECEIVED)).isEqualTo(first);
        }
        assertThat(first.timeline())
                .extracting(Entry::what)
                .containsExactly("received", "acknowledgement-failed", "acknowledged");
    }

    private static Promise promise(String clock, Instant due) {
        return new Promise("1", clock, org.hikeshi.policy.Kind.COMMITMENT, due, Map.of());
    }
}
