package org.hikeshi.notifier.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.hikeshi.notifier.ledger.MailLedger.Beat;
import org.junit.jupiter.api.Test;

class VigilTest {
    private static final Duration LEASE = Duration.ofSeconds(4);
    private static final Beat FIRST = new Beat(UUID.randomUUID(), UUID.randomUUID(), 0);
    private static final Beat SECOND = new Beat(FIRST.deliveryId(), FIRST.claim(), 1);

    private final long start = System.nanoTime();
    private final Vigil vigil = new Vigil(List::of, beat -> {}, LEASE);

    private List<Beat> lookAt(long second, Beat... beats) {
        return vigil.look(List.of(beats), start + Duration.ofSeconds(second).toNanos());
    }

    @Test
    void aWorkerThatStandsStillForALeaseIsGivenUp() {
        for (long second = 0; second < 4; second++) {
            assertThat(lookAt(second, FIRST)).isEmpty();
        }

        assertThat(lookAt(4, FIRST)).containsExactly(FIRST);
    }

    @Test
    void aBeatBeginsANewLease() {
        lookAt(0, FIRST);
        lookAt(1, FIRST);
        lookAt(2, SECOND);
        lookAt(3, SECOND);
        lookAt(4, SECOND);

        assertThat(lookAt(5, SECOND)).isEmpty();
        assertThat(lookAt(6, SECOND)).containsExactly(SECOND);
    }

    @Test
    void anotherClaimBeginsANewLease() {
        Beat other = new Beat(FIRST.deliveryId(), UUID.randomUUID(), 0);
        lookAt(0, FIRST);
        lookAt(1, FIRST);
        lookAt(2, FIRST);
        lookAt(3, other);

        assertThat(lookAt(4, other)).isEmpty();
    }

    /** Nobody could beat while the database was away or this process stood still. */
    @Test
    void timeInWhichNobodyLookedDoesNotCount() {
        lookAt(0, FIRST);
        lookAt(1, FIRST);

        assertThat(lookAt(10, FIRST)).isEmpty();
        assertThat(lookAt(11, FIRST)).isEmpty();
    }

    /** However short the lease: looking at its own pace must never look like standing still. */
    @Test
    void itsOwnPaceIsNoGap() {
        for (Duration lease : List.of(Duration.ofMillis(80), LEASE, Duration.ofMinutes(10))) {
            var other = new Vigil(List::of, beat -> {}, lease);
            long now = start;
            int looks = 0;
            while (other.look(List.of(FIRST), now).isEmpty()) {
                now += 2 * other.pace().toNanos(); // twice: the question itself takes its time
                assertThat(++looks).isLessThan(1000);
            }
            assertThat(now - start).isGreaterThanOrEqualTo(lease.toNanos());
        }
    }
}
