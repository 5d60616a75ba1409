package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.KafkaProcess;
import org.hikeshi.parts.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The broker goes away, or comes back with nothing in it. It is one of our own, for it suffers. */
class BrokerFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration AWAY =
            Duration.ofSeconds(Boolean.getBoolean("hikeshi.long") ? 60 : 6);
    private static final Path DIR = Path.of("target", "suffering-kafka").toAbsolutePath();
    private static final int PORT = Ports.free();

    private static KafkaProcess broker;

    private final Database said = House.database("said");
    private final Database heard = House.database("heard");

    @BeforeAll
    static void startBroker() throws IOException {
        delete(DIR);
        broker = KafkaProcess.start(DIR, PORT);
    }

    @AfterAll
    static void stopBroker() throws IOException {
        broker.kill();
        delete(DIR);
    }

    @Test
    void awayForAWhileWhileFactsAreSaid() {
        try (House house = new House(broker.bootstrapServers())) {
            House.Teller teller = house.teller(said);
            Messaging hearer = house.start(House.HEARER, House.dataSource(heard), House.noting());
            teller.say(0, 200, 10);
            broker.kill();
            long back = System.nanoTime() + AWAY.toNanos();
            int n = 200;
            while (System.nanoTime() < back) {
                teller.say("key-" + n % 10, n++);
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            }
            assertThat(teller.messaging.status().backlog()).isPositive();
            broker.restart();

            House.awaitHeard(heard, n, LIMIT);
            // Order is promised while all goes well: what ran out of time in the outage is said
            // again, behind facts of its key that came through.
            assertThat(Violations.between(said, heard, false)).isEmpty();
            House.await(
                    "no trouble left",
                    LIMIT,
                    () -> teller.messaging.troubles().isEmpty() && hearer.troubles().isEmpty());
        }
    }

    /**
     * Some facts were heard, some only published, when the broker loses everything. The teller says
     * all of it again by itself; the hearer reads from the start though it had committed offsets,
     * and nothing takes effect twice.
     */
    @Test
    void emptied() throws Exception {
        try (House house = new House(broker.bootstrapServers())) {
            House.Teller teller = house.teller(said);
            Messaging first = house.start(House.HEARER, House.dataSource(heard), House.noting());
            teller.say(0, 300, 10);
            House.awaitHeard(heard, 300, LIMIT);
            first.close();
            teller.say(300, 500, 10);
            House.await("all published", LIMIT, () -> teller.messaging.status().backlog() == 0);
            emptyBroker();
            teller.say(500, 600, 10);
            house.start(House.HEARER, House.dataSource(heard), House.noting());

            House.awaitHeard(heard, 600, LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
            assertThat(teller.messaging.republished()).isEqualTo(500);
        }
    }

    /** The same while the hearer runs: its position lies beyond the end of the new log. */
    @Test
    void emptiedUnderARunningHearer() throws Exception {
        try (House house = new House(broker.bootstrapServers())) {
            House.Teller teller = house.teller(said);
            house.start(House.HEARER, House.dataSource(heard), House.noting());
            teller.say(0, 300, 10);
            House.awaitHeard(heard, 300, LIMIT);
            emptyBroker();
            teller.say(300, 1_000, 10);

            House.awaitHeard(heard, 1_000, LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
        }
    }

    @Test
    void controlWhoeverDoesNotSayItAgainLosesIt() throws Exception {
        try (House house = new House(broker.bootstrapServers())) {
            Topics.create(house.clients(), List.of(house.declaration()));
            Crooked.DualWrite writer = new Crooked.DualWrite(house, House.dataSource(said));
            writer.say("key-1", 1, () -> {});
            emptyBroker();
            Topics.create(house.clients(), List.of(house.declaration()));
            house.start(House.HEARER, House.dataSource(heard), House.noting());
            new Crooked.DualWrite(house, House.dataSource(said)).say("key-1", 2, () -> {});
            House.awaitHeard(heard, 1, LIMIT);

            assertThat(Violations.between(said, heard)).containsExactly("lost: key-1 1");
        }
    }

    private static void emptyBroker() throws IOException {
        broker.kill();
        delete(DIR);
        broker = KafkaProcess.start(DIR, PORT);
    }

    private static void delete(Path dir) throws IOException {
        if (Files.exists(dir)) {
            try (Stream<Path> all = Files.walk(dir)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
