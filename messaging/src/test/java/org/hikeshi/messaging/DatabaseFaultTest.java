package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.hikeshi.parts.Database;
import org.hikeshi.parts.FaultProxy;
import org.hikeshi.parts.PartsForTests;
import org.junit.jupiter.api.Test;

/** The database goes away under relay and lanes: everybody waits, nobody skips. */
class DatabaseFaultTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Database said = House.database("said");
    private final Database heard = House.database("heard");

    @Test
    void killedAndStartedAgain() {
        try (House house = new House()) {
            House.Teller teller = house.teller(said);
            house.start(House.HEARER, House.dataSource(heard), House.noting());
            teller.say(0, 500, 10);
            PartsForTests.postgres().kill();
            LockSupport.parkNanos(
                    Duration.ofSeconds(2).toNanos()); // the outage itself, not a wait for something
            PartsForTests.postgres().restart();
            teller.say(500, 1_000, 10);

            House.awaitHeard(heard, 1_000, LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
        }
    }

    /** Connections break at any point of a transaction, also between commit and its answer. */
    @Test
    void connectionsCutAgainAndAgain() throws Exception {
        try (House house = new House();
                FaultProxy proxy = FaultProxy.to(PartsForTests.postgres().port())) {
            House.Teller teller = house.teller(said);
            Messaging hearer = house.start(House.HEARER, through(proxy, heard), House.noting());
            house.start(House.TELLER, through(proxy, said));
            for (int cut = 0; cut < 15; cut++) {
                teller.say(cut * 100, cut * 100 + 100, 10);
                proxy.cut();
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                proxy.heal();
            }

            House.awaitHeard(heard, 1_500, LIMIT);
            assertThat(Violations.between(said, heard)).isEmpty();
            assertThat(hearer.status().parked()).as("a passing failure parks nothing").isZero();
        }
    }

    @Test
    void controlLogAndSkipLosesWhatCameMeanwhile() throws Exception {
        try (House house = new House();
                FaultProxy proxy = FaultProxy.to(PartsForTests.postgres().port())) {
            House.Teller teller = house.teller(said);
            try (var crooked =
                    new Crooked.Hearer(house, through(proxy, heard), House.noting(), true)) {
                teller.say(0, 10, 10);
                House.await("heard", LIMIT, () -> crooked.heard.get() >= 10);
                proxy.cut();
                teller.say(10, 20, 10);
                House.await("heard and skipped", LIMIT, () -> crooked.heard.get() >= 20);
                proxy.heal();
            }

            assertThat(Violations.between(said, heard))
                    .hasSize(10)
                    .allMatch(v -> v.startsWith("lost"));
        }
    }

    private static DataSource through(FaultProxy proxy, Database database) {
        String url = database.jdbcUrl().replaceFirst(":\\d+/", ":" + proxy.port() + "/");
        return House.dataSource(url, database.user(), database.password());
    }
}
