package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Ledger;
import org.jspecify.annotations.Nullable;

/** Says this service's facts about cases, on {@code case-events}. */
@Singleton
public class CaseEvents {
    private final Saying saying;

    CaseEvents(Ledger ledger, Clock clock) {
        saying = new Saying(ledger, clock);
    }

    /**
     * Says a fact in the caller's transaction: it is heard if and only if that commits. Holds the
     * case's key until then; who says facts of several cases does so in the order of their ids.
     *
     * @param cause the event that led to this one; null if a person did, or time
     * @return the event's id
     */
    public UUID say(Connection connection, CaseEvent event, @Nullable IncomingEvent cause)
            throws SQLException {
        return saying.say(connection, event, cause);
    }
}
