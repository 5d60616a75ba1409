package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.hikeshi.events.CatalogueEvent;
import org.hikeshi.events.Topics;
import org.hikeshi.messaging.Messaging;

/** Says what products there are, on {@code product-catalogue}. */
@Singleton
public class CatalogueEvents {
    private final Saying saying;

    CatalogueEvents(Messaging messaging, Clock clock) {
        saying = new Saying(messaging.ledger(Topics.PRODUCT_CATALOGUE), clock);
    }

    /** Says a product's whole state in the caller's transaction; returns the event's id. */
    public UUID say(Connection connection, CatalogueEvent event) throws SQLException {
        return saying.say(connection, event, null);
    }
}
