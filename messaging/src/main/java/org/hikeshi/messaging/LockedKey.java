package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;

/** The proof that this transaction holds the lock of a key; the only way to append. */
public final class LockedKey {
    private final Ledger ledger;
    private final Connection connection;
    private final String key;

    LockedKey(Ledger ledger, Connection connection, String key) {
        this.ledger = ledger;
        this.connection = connection;
        this.key = key;
    }

    /**
     * Appends in the transaction that holds the lock. One statement.
     *
     * @throws IllegalArgumentException if the event has another key
     * @throws EventTooLargeException above {@link Ledger#LIMIT_BYTES}
     */
    public void append(OutgoingEvent event) throws SQLException {
        if (!event.key().equals(key)) {
            throw new IllegalArgumentException("the event's key is not the locked one");
        }
        ledger.append(connection, event);
    }
}
