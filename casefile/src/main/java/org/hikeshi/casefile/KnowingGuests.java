package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Set;
import org.hikeshi.events.EventType;
import org.hikeshi.events.GlassBroken;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/** Keeps who took emergency access to a case; it ends by itself. */
@Singleton
class KnowingGuests implements EventHandler {

    @Override
    public Set<String> types() {
        return Set.of(EventType.GLASS_BROKEN.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        GlassBroken taken = EventReading.read(event, GlassBroken.class);
        try (PreparedStatement upsert =
                connection.prepareStatement(
                        "INSERT INTO case_guest (case_id, staff, until) VALUES (?, ?, ?)"
                                + " ON CONFLICT (case_id, staff) DO UPDATE"
                                + " SET until = greatest(case_guest.until, EXCLUDED.until)")) {
            upsert.setObject(1, taken.caseId().value());
            upsert.setString(2, taken.by().value());
            upsert.setObject(3, taken.until().atOffset(ZoneOffset.UTC));
            upsert.executeUpdate();
        }
        return Outcome.handled();
    }
}
