package org.hikeshi.intake.casefact;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseConfirmed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/** Files what the other services say about cases, and notes who no longer waits for a person. */
@ApplicationScoped
public class HearingOfCase implements EventHandler {

    private static final String ATTENDED =
            "UPDATE report SET attended_at = ? WHERE attended_at IS NULL AND ";

    private final CaseFacts facts = new CaseFacts();

    @Override
    public Set<String> types() {
        return Arrays.stream(HeardFact.values())
                .filter(HeardFact::fromElsewhere)
                .map(HeardFact::ceType)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        CaseEvent fact = EventReading.read(event, CaseEvent.class);
        facts.file(connection, event.id(), fact, event.value());
        if (fact instanceof CaseConfirmed read) {
            attended(connection, "id = ?", read.reportId().value(), read.at());
        } else if (fact instanceof ReportJoined joined) {
            attended(connection, "id = ?", joined.reportId().value(), joined.at());
        } else if (fact instanceof CaseClosed closed) {
            attended(connection, "case_id = ?", closed.caseId().value(), closed.at());
        }
        return Outcome.handled();
    }

    private static void attended(Connection connection, String whose, Object id, Instant at)
            throws SQLException {
        Sql.change(connection, ATTENDED + whose, at, id);
    }
}
