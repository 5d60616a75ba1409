package org.hikeshi.casefile;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.SaidEvent;
import org.hikeshi.messaging.EventIds;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Ledger;
import org.hikeshi.messaging.OutgoingEvent;
import org.jspecify.annotations.Nullable;

/** From a fact of the contract to a row of the ledger. */
record Saying(Ledger ledger, InstantSource clock) {
    private static final EventCodec CODEC = new EventCodec();

    UUID say(Connection connection, SaidEvent event, @Nullable IncomingEvent cause)
            throws SQLException {
        Instant now = clock.instant();
        UUID id = EventIds.next(now);
        ledger.lockAndAppend(
                connection,
                new OutgoingEvent(
                        id,
                        event.type(),
                        event.key(),
                        event.subject(),
                        now,
                        cause == null ? id : cause.correlationId(),
                        cause == null ? null : cause.id(),
                        CODEC.encode(event)));
        return id;
    }
}
