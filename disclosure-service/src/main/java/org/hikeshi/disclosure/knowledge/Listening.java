package org.hikeshi.disclosure.knowledge;

import java.sql.Connection;
import java.sql.SQLException;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.messaging.IncomingEvent;

/** Who acts on what was heard of a case, in the transaction that keeps it. */
public interface Listening {

    /** Called after the fact was kept. */
    void heard(Connection connection, CaseEvent said, IncomingEvent event) throws SQLException;
}
