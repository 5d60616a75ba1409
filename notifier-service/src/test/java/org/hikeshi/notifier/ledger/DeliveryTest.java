package org.hikeshi.notifier.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.hikeshi.notifier.ledger.Delivery.Accepted;
import org.hikeshi.notifier.ledger.Delivery.Refused;
import org.hikeshi.notifier.ledger.Delivery.Sending;
import org.hikeshi.notifier.ledger.Delivery.Waiting;
import org.hikeshi.notifier.ledger.Delivery.Withdrawn;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-12-01T05:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final UUID CLAIM = UUID.randomUUID();

    private static Sending sending() {
        return Delivery.due(NOW).claimed(CLAIM);
    }

    @Test
    void aNewDeliveryIsDueAtOnceAndWasNeverTried() {
        assertThat(Delivery.due(NOW)).isEqualTo(new Waiting(NOW, 0));
    }

    @Test
    void eachClaimIsAnAttempt() {
        Sending second = sending().deferred(LATER).claimed(CLAIM);

        assertThat(second.attempts()).isEqualTo(2);
    }

    @Test
    void aBeatChangesNothingButTheBeat() {
        assertThat(sending().alive()).isEqualTo(new Sending(CLAIM, 1, 1));
    }

    @Test
    void attemptsAreKeptToTheEnd() {
        Sending third = sending().deferred(NOW).claimed(CLAIM).abandoned(NOW).claimed(CLAIM);

        assertThat(third.accepted(LATER, 250)).isEqualTo(new Accepted(LATER, 250, 3));
        assertThat(third.refused(LATER, 550)).isEqualTo(new Refused(LATER, 550, 3));
        assertThat(third.withdrawn(LATER)).isEqualTo(new Withdrawn(LATER, 3));
    }

    /** A settled delivery has no method that leads on: only waiting and sending ones move. */
    @Test
    void whatIsSettledStaysSettled() {
        for (Class<?> settled : new Class<?>[] {Accepted.class, Refused.class, Withdrawn.class}) {
            assertThat(settled.getDeclaredMethods())
                    .noneMatch(method -> Delivery.class.isAssignableFrom(method.getReturnType()));
        }
    }
}
