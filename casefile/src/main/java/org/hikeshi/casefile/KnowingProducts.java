package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ProductChanged;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/** Keeps the newest revision of each product. */
@Singleton
class KnowingProducts implements EventHandler {
    private static final String KEEP =
            "INSERT INTO known_product (product_id, revision, fact) VALUES (?, ?, ?)"
                    + " ON CONFLICT (product_id) DO UPDATE SET revision = EXCLUDED.revision,"
                    + " fact = EXCLUDED.fact WHERE known_product.revision < EXCLUDED.revision";

    @Override
    public Set<String> types() {
        return Set.of(EventType.PRODUCT_CHANGED.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        ProductChanged product = EventReading.read(event, ProductChanged.class);
        try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setObject(1, product.id().value());
            keep.setInt(2, product.revision());
            keep.setBytes(3, event.value());
            keep.executeUpdate();
        }
        return Outcome.handled();
    }
}
