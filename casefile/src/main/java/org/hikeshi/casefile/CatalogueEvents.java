package org.hikeshi.casefile;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.hikeshi.events.CatalogueEvent;
import org.hikeshi.events.Topics;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.Transactions;

/** Says what products there are, on {@code product-catalogue}. */
@Singleton
public class CatalogueEvents {
    private final Saying saying;

    CatalogueEvents(Transactions transactions, Instance<Messaging> messaging, Clock clock) {
        saying =
                new Saying(
                        new Ledger(
                                Topics.PRODUCT_CATALOGUE,
                                transactions,
                                () -> messaging.get().wakeRelay()),
                        clock);
    }

    /** Says a product's whole state in the caller's transaction; returns the event's id. */
    public UUID say(Connection connection, CatalogueEvent event) throws SQLException {
        return saying.say(connection, event, null);
    }
}
