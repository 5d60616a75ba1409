package org.hikeshi.intake.casefact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.EventCodec;

/** Says a fact of intake's own to all services and files it for itself, in one transaction. */
public final class SayingFact {

    private final CaseEvents events;
    private final CaseFacts facts = new CaseFacts();
    private final EventCodec codec = new EventCodec();

    public SayingFact(CaseEvents events) {
        this.events = events;
    }

    /**
     * @param event about a report, under the key of the case it was born in
     */
    public void say(Connection connection, CaseEvent event) throws SQLException {
        UUID id = events.say(connection, event, null);
        facts.file(connection, id, event, codec.encode(event));
    }
}
