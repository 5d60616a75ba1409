package org.hikeshi.notifier.telling;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/**
 * Something became true about a case: it is kept, and the ledger is brought in line with what is
 * owed now, in this case and in those that took in a report of it.
 */
@Singleton
class HearingCase implements EventHandler {
    /** The notifier's own word that somebody was told. */
    private static final Set<EventType> OWN_WORD =
            Set.of(
                    EventType.REPORTER_NOTIFIED,
                    EventType.DELIVERY_FAILED,
                    EventType.CUSTOMERS_TOLD);

    private final CaseStore store;
    private final BringingInLine bringing;

    HearingCase(CaseStore store, BringingInLine bringing) {
        this.store = store;
        this.bringing = bringing;
    }

    /** Every fact about a case but its own word. */
    @Override
    public Set<String> types() {
        return Arrays.stream(EventType.values())
                .filter(type -> CaseEvent.class.isAssignableFrom(type.record()))
                .filter(type -> !OWN_WORD.contains(type))
                .map(EventType::ceType)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * @throws org.hikeshi.casefile.UnknownPolicyVersionException if a report is under a policy not
     *     known here: what it promises cannot be said, so the event waits
     */
    @Override
    public Outcome handle(Connection connection, IncomingEvent heard) throws SQLException {
        CaseEvent event = EventReading.read(heard, CaseEvent.class);
        if (event instanceof ReportJoined joined) {
            store.lock(connection, joined.fromCase());
        }
        store.lock(connection, event.caseId());
        store.keep(connection, heard, event);
        bringing.inLine(connection, event.caseId());
        for (CaseId other : store.takenInBy(connection, event.caseId())) {
            store.lock(connection, other);
            bringing.inLine(connection, other);
        }
        return Outcome.handled();
    }
}
