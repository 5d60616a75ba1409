package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * What a feature does when it hears an event. It writes rows and may append to the ledger, all on
 * the given connection, whose transaction also holds the inbox row; it does no HTTP, mail or file
 * I/O. It records its fact whenever the event comes and never refuses because an earlier one is
 * missing.
 */
public interface EventHandler {

    /** Types this handler hears; all others pass it by. Several handlers may hear the same type. */
    Set<String> types();

    /**
     * Runs at most once with effect per event. May be called again for the same event after its
     * transaction was rolled back.
     *
     * @throws UnreadableEventException if the value cannot be read: the key is parked
     * @throws SQLException from the database: tried again in place, for ever, if the cause is a
     *     passing one
     */
    Outcome handle(Connection connection, IncomingEvent event) throws SQLException;
}
