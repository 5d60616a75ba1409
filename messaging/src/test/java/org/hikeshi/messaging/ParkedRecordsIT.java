package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hikeshi.parts.Database;
import org.junit.jupiter.api.Test;

/** What operators do about parked records. */
class ParkedRecordsIT {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Messaging.Settings NO_RETRY =
            new Messaging.Settings(
                    500,
                    8,
                    Duration.ofMillis(50),
                    new Backoff(Duration.ofHours(1), Duration.ofHours(1)),
                    AuditSealer.Settings.DEFAULT);

    private final Database said = House.database("said");
    private final Database heard = House.database("heard");
    private final AtomicBoolean broken = new AtomicBoolean(true);

    private Messaging hearer(House house) {
        EventHandler handler =
                House.handler(
                        (c, event) -> {
                            if (House.number(event) == 2 && broken.get()) {
                                throw new IllegalStateException("broken");
                            }
                            House.noteEffect(c, event);
                            return Outcome.handled();
                        });
        return house.start(
                new Messaging(
                        house.surroundings(House.HEARER, House.dataSource(heard), handler),
                        NO_RETRY));
    }

    @Test
    void retryOfTheLastTakesUpTheFirstOfTheKeyAndThenTheRest() {
        try (House house = new House()) {
            house.teller(said).say(1, 6, 1);
            Messaging hearer = hearer(house);
            House.await("parked", LIMIT, () -> hearer.parkedRecords().open(9).size() == 4);
            broken.set(false);
            UUID last = hearer.parkedRecords().open(9).getLast().id();
            assertThat(hearer.parkedRecords().retry(last, "operator", new byte[] {7})).isTrue();

            House.awaitHeard(heard, 5, LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
            assertThat(
                            House.count(
                                    heard,
                                    "SELECT count(*) FROM audit_entry WHERE actor = 'operator' AND"
                                            + " action = 'parked-retry'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsDiscardedNeverTakesEffectAndTheRestGoesOn() throws Exception {
        try (House house = new House()) {
            House.Teller teller = house.teller(said);
            teller.say(1, 6, 1);
            Messaging hearer = hearer(house);
            House.await("parked", LIMIT, () -> hearer.parkedRecords().open(9).size() == 4);
            UUID head = hearer.parkedRecords().open(9).getFirst().id();
            assertThat(hearer.parkedRecords().discard(head, "operator", new byte[] {7})).isTrue();
            assertThat(hearer.parkedRecords().discard(head, "operator", new byte[] {7})).isFalse();
            House.awaitHeard(heard, 4, LIMIT);
            broken.set(false);
            long again = teller.messaging.republish();
            teller.say("key-0", 6);

            House.awaitHeard(heard, 5, LIMIT);
            assertThat(again).isEqualTo(5);
            assertThat(Violations.between(said, heard)).containsExactly("lost: key-0 2");
            assertThat(House.count(heard, "SELECT count(*) FROM inbox WHERE outcome = 'discarded'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void whatWasPutAsideIsToldOncePerCauseAndThenRests() throws Exception {
        try (House house = new House();
                Connection c = House.connect(heard)) {
            house.teller(said).say(1, 6, 1);
            ParkedRecords parked = hearer(house).parkedRecords();
            House.await("parked", LIMIT, () -> parked.open(9).size() == 4);
            Duration hour = Duration.ofHours(1);

            assertThat(parked.takeUntold(c, hour, House.TYPE)).as("told to nobody").isEmpty();
            assertThat(parked.takeUntold(c, hour, "another"))
                    .singleElement()
                    .satisfies(
                            one -> {
                                assertThat(one.cause()).isEqualTo("unexpected");
                                assertThat(one.records()).isEqualTo(1);
                            });
            assertThat(parked.takeUntold(c, Duration.ZERO, "another")).as("nothing new").isEmpty();
            flood(c, 1_000);
            assertThat(parked.takeUntold(c, hour, "another"))
                    .as("another cause does not wait, and a thousand are one")
                    .extracting(ParkedRecords.Untold::cause, ParkedRecords.Untold::records)
                    .containsExactly(tuple("forged", 1_000));
            flood(c, 10);
            assertThat(parked.takeUntold(c, hour, "another")).as("within the hour").isEmpty();
            assertThat(parked.takeUntold(c, Duration.ZERO, "another"))
                    .as("after it")
                    .extracting(ParkedRecords.Untold::records)
                    .containsExactly(10);
        }
    }

    private static void flood(Connection c, int records) throws SQLException {
        try (Statement insert = c.createStatement()) {
            insert.execute(
                    "INSERT INTO parked_record (topic, partition, log_offset, key, cause, reason,"
                            + " attempts, record, record_sha256, next_attempt_at)"
                            + " SELECT 't', 0, n, 'k', 'forged', 'r', 1, '',"
                            + " sha256(gen_random_uuid()::text::bytea), 'infinity'"
                            + " FROM generate_series(1, "
                            + records
                            + ") n");
        }
    }

    @Test
    void aRefusalIsANormalOutcome() {
        EventHandler refusing = House.handler((c, event) -> Outcome.refused("out-of-scope"));
        try (House house = new House()) {
            house.teller(said).say(0, 3, 1);
            Messaging hearer = house.start(House.HEARER, House.dataSource(heard), refusing);

            House.await(
                    "refused",
                    LIMIT,
                    () ->
                            House.count(
                                            heard,
                                            "SELECT count(*) FROM inbox WHERE outcome = 'refused'"
                                                    + " AND reason = 'out-of-scope'")
                                    == 3);
            assertThat(hearer.parkedRecords().open(9)).isEmpty();
        }
    }
}
