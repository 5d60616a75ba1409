package org.hikeshi.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.hikeshi.parts.Database;
import org.junit.jupiter.api.Test;

/** What is said is heard, in order, once. */
class FlowIT {

    @Test
    void whatIsSaidIsHeardOnceInTheOrderOfItsKey() {
        Database said = House.database("said");
        Database heard = House.database("heard");
        try (House house = new House()) {
            Messaging teller = house.start(House.TELLER, House.dataSource(said));
            Messaging hearer = house.start(House.HEARER, House.dataSource(heard), House.noting());
            var transactions = new JdbcTransactions(House.dataSource(said));
            Ledger ledger = new Ledger(house.topic, transactions, () -> {});
            for (int n = 0; n < 300; n++) {
                House.say(ledger, transactions, "key-" + n % 7, n);
            }

            House.await(
                    "all heard",
                    Duration.ofSeconds(20),
                    () -> House.count(heard, "SELECT count(*) FROM effect") == 300);

            assertThat(Violations.between(said, heard)).isEmpty();
            House.await("all marked", Duration.ofSeconds(5), () -> teller.status().backlog() == 0);
            assertThat(hearer.troubles()).isEmpty();
        }
    }
}
