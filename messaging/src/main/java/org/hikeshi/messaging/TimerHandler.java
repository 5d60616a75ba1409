package org.hikeshi.messaging;

import java.sql.Connection;
import java.sql.SQLException;

/** What happens when a timer is due. Runs in the transaction that marks the timer as fired. */
public interface TimerHandler {
    String kind();

    /** Changes state and appends to the ledger; what it throws is tried again later. */
    void fire(Connection connection, Timer timer) throws SQLException;
}
