package org.hikeshi.triage.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.hikeshi.casefile.RunningParts;
import org.hikeshi.casefile.Said;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.triage.CaseJourney;
import org.hikeshi.triage.ParallelHands;
import org.junit.jupiter.api.Test;

/**
 * Of several people who do the same to a case in the same moment one has done it and the others are
 * refused; one fact leaves the house. The lock on the case's key makes it so.
 */
@QuarkusTest
@QuarkusTestResource(
        value = RunningParts.class,
        initArgs = @ResourceArg(name = "service", value = "triage"))
class ParallelActsIT {
    @Inject Transactions transactions;
    @Inject OpeningDesk desks;

    @Test
    void confirmedOnceHoweverManyPress() throws Exception {
        CaseId caseId = CaseJourney.received();
        List<Boolean> done =
                ParallelHands.press(() -> CaseJourney.confirm(caseId).statusCode() == 200);
        oneHasDoneIt(caseId, done);
    }

    /**
     * The red control: who looks without the lock sees what everybody sees, and all of them act.
     */
    @Test
    void withoutTheLockEverybodyHasDoneIt() throws Exception {
        CaseId caseId = CaseJourney.received();
        CyclicBarrier looked = new CyclicBarrier(ParallelHands.HANDS);
        List<Boolean> done = ParallelHands.press(() -> crookedly(caseId, looked));
        assertThatThrownBy(() -> oneHasDoneIt(caseId, done)).isInstanceOf(AssertionError.class);
        assertThat(Said.all(CaseConfirmed.class, caseId)).hasSize(ParallelHands.HANDS);
    }

    private static void oneHasDoneIt(CaseId caseId, List<Boolean> done) {
        assertThat(Collections.frequency(done, true)).isEqualTo(1);
        assertThat(Said.all(CaseConfirmed.class, caseId)).hasSize(1);
    }

    /** {@link ActingOnCase} as it must not be: it opens the case before it has the lock. */
    private boolean crookedly(CaseId caseId, CyclicBarrier looked) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return transactions.inTransaction(
                connection -> {
                    CaseDesk desk = desks.open(connection, caseId, now, null).orElseThrow();
                    boolean unread = desk.facts().all(CaseConfirmed.class).findAny().isEmpty();
                    meet(looked);
                    if (unread) {
                        desk.say(
                                new CaseConfirmed(
                                        caseId,
                                        desk.facts().reports().getFirst().reportId(),
                                        now,
                                        new StaffId("security-office"),
                                        null));
                    }
                    return unread;
                });
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (Exception nobodyElse) {
            throw new AssertionError(nobodyElse);
        }
    }
}
