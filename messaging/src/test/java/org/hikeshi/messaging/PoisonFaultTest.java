package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.hikeshi.parts.Database;
import org.junit.jupiter.api.Test;

/** One event that cannot be dealt with among ten thousand that can. */
class PoisonFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int POISON = 4_321;
    private static final int KEYS = 500;

    private final Database said = House.database("said");
    private final Database heard = House.database("heard");

    @Test
    void itsKeyIsParkedAfterFiveTriesAndTakenUpInOrder() {
        AtomicBoolean cured = new AtomicBoolean();
        AtomicInteger tries = new AtomicInteger();
        EventHandler handler =
                House.handler(
                        (c, event) -> {
                            House.noteEffect(c, event); // must be undone with the rest
                            if (House.number(event) == POISON && !cured.get()) {
                                tries.incrementAndGet();
                                throw new IllegalStateException("poison");
                            }
                            return Outcome.handled();
                        });
        try (House house = new House()) {
            House.Teller teller = house.teller(said);
            teller.say(0, 10_000, KEYS);
            Messaging hearer = house.start(House.HEARER, House.dataSource(heard), handler);
            long behind = (9_999 - POISON) / KEYS + 1;
            House.awaitHeard(heard, 10_000 - behind, LIMIT);
            House.await(
                    "parked with what is behind it",
                    LIMIT,
                    () -> hearer.status().parked() == behind);
            assertThat(tries.get()).isGreaterThanOrEqualTo(Failure.TRIES);
            assertThat(Violations.between(said, heard))
                    .hasSize((int) behind)
                    .allMatch(v -> v.startsWith("lost: key-" + POISON % KEYS + " "));
            ParkedRecord head = hearer.parkedRecords().open(1).getFirst();
            assertThat(head.cause()).isEqualTo("unexpected");
            assertThat(head.reason()).isEqualTo("IllegalStateException");
            cured.set(true);

            House.awaitHeard(heard, 10_000, LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
            House.await(
                    "freed",
                    LIMIT,
                    () -> House.count(heard, "SELECT count(*) FROM parked_key") == 0);
            teller.say("key-" + POISON % KEYS, 10_000);
            House.awaitHeard(heard, 10_001, LIMIT);
        }
    }

    @Test
    void controlLogAndSkipLosesTheEventAndGoesOnWithoutIt() throws Exception {
        EventHandler poisoned =
                House.handler(
                        (c, event) -> {
                            if (House.number(event) == 5) {
                                throw new IllegalStateException("poison");
                            }
                            House.noteEffect(c, event);
                            return Outcome.handled();
                        });
        try (House house = new House()) {
            house.teller(said).say(0, 10, 1);
            try (var crooked = new Crooked.Hearer(house, House.dataSource(heard), poisoned, true)) {
                House.await("heard", LIMIT, () -> crooked.heard.get() == 10);
            }

            assertThat(Violations.between(said, heard)).containsExactly("lost: key-0 5");
        }
    }
}
