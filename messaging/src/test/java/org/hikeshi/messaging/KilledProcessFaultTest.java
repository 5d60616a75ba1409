package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.Ports;
import org.junit.jupiter.api.Test;

/** SIGKILL at the three moments that matter, and at random ones. */
class KilledProcessFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    private final Database said = House.database("said");
    private final Database heard = House.database("heard");

    /**
     * The child commits facts but never reaches a broker; after its death another one publishes
     * them.
     */
    @Test
    void killedBetweenCommitAndPublish() {
        try (House house = new House()) {
            try (Child child = Child.start("talker", house, "127.0.0.1:" + Ports.free(), said)) {
                House.await("facts committed", LIMIT, () -> saidSoFar() > 200);
                child.kill();
            }
            house.start(House.TELLER, House.dataSource(said));
            house.start(House.HEARER, House.dataSource(heard), House.noting());

            House.awaitHeard(heard, saidSoFar(), LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
        }
    }

    @Test
    void controlDualWriteLosesWhatWasCommittedAndNotPublished() throws Exception {
        try (House house = new House()) {
            Topics.create(house.clients(), List.of(house.declaration()));
            house.start(House.HEARER, House.dataSource(heard), House.noting());
            Crooked.DualWrite writer = new Crooked.DualWrite(house, House.dataSource(said));
            writer.say("key-1", 1, () -> {});
            try {
                writer.say(
                        "key-1",
                        2,
                        () -> {
                            throw new IllegalStateException("killed here");
                        });
            } catch (IllegalStateException killed) {
                writer.say("key-1", 3, () -> {});
            }
            House.awaitHeard(heard, 2, LIMIT);

            assertThat(Violations.between(said, heard)).containsExactly("lost: key-1 2");
        }
    }

    /** A lock of ours keeps the child from marking what the broker has acknowledged already. */
    @Test
    void killedBetweenAcknowledgementAndMark() throws Exception {
        try (House house = new House()) {
            publishedTwice(house);
            House.Teller teller = house.teller(said);
            house.start(House.HEARER, House.dataSource(heard), House.noting());
            teller.say(50, 60, 5);

            House.awaitHeard(heard, 60, LIMIT);
            House.await(
                    "every record read",
                    LIMIT,
                    () -> recordsOn(house) >= 110 && everythingMarked());
            assertThat(Violations.between(said, heard)).isEmpty();
        }
    }

    @Test
    void controlWithoutInboxWhatWasPublishedTwiceTakesEffectTwice() throws Exception {
        try (House house = new House()) {
            publishedTwice(house);
            house.teller(said);
            House.await("published again", LIMIT, () -> recordsOn(house) >= 100);
            try (var crooked =
                    new Crooked.Hearer(house, House.dataSource(heard), House.noting(), true)) {
                House.await("all read", LIMIT, () -> crooked.heard.get() >= 100);
            }

            assertThat(Violations.between(said, heard)).anyMatch(v -> v.startsWith("twice"));
        }
    }

    /** Fifty facts on the broker, none of them marked. */
    private void publishedTwice(House house) throws Exception {
        Topics.create(house.clients(), List.of(house.declaration()));
        JdbcTransactions transactions = new JdbcTransactions(House.dataSource(said));
        Ledger ledger = new Ledger(house.topic, transactions, () -> {});
        for (int n = 0; n < 50; n++) {
            House.say(ledger, transactions, "key-" + n % 5, n);
        }
        try (Connection holding = House.connect(said)) {
            holding.setAutoCommit(false);
            holding.createStatement().executeQuery("SELECT 1 FROM ledger FOR UPDATE").close();
            try (Child child = Child.start(House.TELLER, house, said)) {
                House.await("acknowledged", LIMIT, () -> recordsOn(house) >= 50);
                child.kill();
            }
        }
        assertThat(House.count(said, "SELECT count(*) FROM ledger WHERE published_at IS NULL"))
                .isEqualTo(50);
    }

    @Test
    void killedBetweenCommitAndOffset() throws Exception {
        try (House house = new House()) {
            House.Teller teller = house.teller(said);
            teller.say(0, 2_000, 20);
            long effects = killedWhileHearing(house, House.HEARER);
            Messaging hearer = house.start(House.HEARER, House.dataSource(heard), House.noting());

            House.awaitHeard(heard, 2_000, LIMIT);
            House.await("the rest read", LIMIT, () -> hearer.waiting() == 0);
            assertThat(hearer.counts().duplicates().sum() + hearer.counts().handled().sum())
                    .as("some records were read again")
                    .isGreaterThan(2_000 - effects);
            assertThat(Violations.between(said, heard)).isEmpty();
        }
    }

    @Test
    void controlWithoutInboxWhatWasReadAgainTakesEffectTwice() throws Exception {
        try (House house = new House()) {
            House.Teller teller = house.teller(said);
            teller.say(0, 2_000, 20);
            killedWhileHearing(house, "crooked-hearer");
            try (var crooked =
                    new Crooked.Hearer(house, House.dataSource(heard), House.noting(), true)) {
                House.awaitHeard(heard, 2_000, LIMIT);
            }

            assertThat(Violations.between(said, heard)).anyMatch(v -> v.startsWith("twice"));
        }
    }

    private long killedWhileHearing(House house, String role) {
        try (Child child = Child.start(role, house, heard)) {
            House.await(
                    "some effect",
                    LIMIT,
                    () -> House.count(heard, "SELECT count(*) FROM effect") > 100);
            child.kill();
        }
        long effects = House.count(heard, "SELECT count(*) FROM effect");
        assertThat(effects).isLessThan(2_000);
        return effects;
    }

    /** Talker and hearer die again and again, at moments nobody chose. */
    @Test
    void killedAtRandom() {
        Random random = new Random(20_260_101);
        int kills =
                Integer.getInteger("hikeshi.kills", Boolean.getBoolean("hikeshi.long") ? 40 : 4);
        try (House house = new House()) {
            for (int kill = 0; kill < kills; kill++) {
                long before = saidSoFar();
                try (Child talker = Child.start("talker", house, said);
                        Child hearer = Child.start(House.HEARER, house, heard)) {
                    House.await(
                            "talking",
                            LIMIT,
                            () -> saidSoFar() > before + 20 + random.nextInt(200));
                    (random.nextBoolean() ? talker : hearer).kill();
                }
            }
            house.start(House.TELLER, House.dataSource(said));
            house.start(House.HEARER, House.dataSource(heard), House.noting());

            House.awaitHeard(heard, saidSoFar(), LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
        }
    }

    private long saidSoFar() {
        return House.count(said, "SELECT count(*) FROM said");
    }

    private boolean everythingMarked() {
        return House.count(said, "SELECT count(*) FROM ledger WHERE published_at IS NULL") == 0;
    }

    static long recordsOn(House house) throws Exception {
        try (var admin = house.clients().admin()) {
            var ends = new java.util.HashMap<TopicPartition, OffsetSpec>();
            for (int partition = 0; partition < 12; partition++) {
                ends.put(new TopicPartition(house.topic, partition), OffsetSpec.latest());
            }
            return admin.listOffsets(ends).all().get().values().stream()
                    .mapToLong(o -> o.offset())
                    .sum();
        }
    }
}
