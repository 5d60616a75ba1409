package org.hikeshi.triage.casework;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseEvent;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;
import org.hikeshi.triage.facts.CaseBook;

/**
 * Writes down what the other services say about cases, whenever it comes, and looks at the case
 * again. What triage said itself is in the book already.
 */
@Singleton
class HearingFacts implements EventHandler {
    private static final Set<EventType> NOT_FACTS =
            Set.of(EventType.TASK_OPENED, EventType.TASK_CLOSED, EventType.ACCESS_KEY_ASKED);

    private final CaseBook book;
    private final CaseList list;
    private final WatchingCase watching;
    private final CaseLock lock;

    HearingFacts(CaseBook book, CaseList list, WatchingCase watching, CaseLock lock) {
        this.book = book;
        this.list = list;
        this.watching = watching;
        this.lock = lock;
    }

    @Override
    public Set<String> types() {
        return Arrays.stream(EventType.values())
                .filter(type -> CaseEvent.class.isAssignableFrom(type.record()))
                .filter(type -> !NOT_FACTS.contains(type) && !type.speakers().contains("triage"))
                .map(EventType::ceType)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        CaseEvent said = EventReading.read(event, CaseEvent.class);
        Set<CaseId> locked = lockWithWhereItGoesOn(connection, said.caseId());
        if (said instanceof ReportReceived received && received.earlier() != null) {
            book.write(event.id(), said, received.receivedAt(), event.value());
            received.earlier()
                    .facts(received.caseId(), received.reportId())
                    .forEach(fact -> book.write(fact.id(), fact.event(), fact.at()));
        } else {
            book.write(event.id(), said, event.time(), event.value());
        }
        if (said instanceof ReportReceived received) {
            list.register(received);
        }
        watching.look(connection, said.caseId(), event, null);
        for (CaseId goesOn : goesOnUnder(said.caseId())) {
            if (locked.contains(goesOn)) {
                watching.look(connection, goesOn, event, null);
            } else {
                watching.lookSoon(connection, goesOn);
            }
        }
        return Outcome.handled();
    }

    /**
     * The case, and those it goes on under, in their natural order as whoever merges locks them.
     * One into which it is merged at this very moment is not among them: it cannot be locked any
     * more without going back in the order, and is looked at in a transaction of its own.
     */
    private Set<CaseId> lockWithWhereItGoesOn(Connection connection, CaseId caseId)
            throws SQLException {
        Set<CaseId> all = new TreeSet<>(Comparator.comparing(CaseId::toString));
        all.add(caseId);
        all.addAll(goesOnUnder(caseId));
        for (CaseId one : all) {
            lock.take(connection, one);
        }
        return all;
    }

    /** The case it was merged into, and where that one goes on, and so forth. */
    private List<CaseId> goesOnUnder(CaseId caseId) {
        List<CaseId> all = new ArrayList<>();
        Optional<CaseId> next = mergedInto(caseId);
        while (next.isPresent()) {
            all.add(next.get());
            next = mergedInto(next.get());
        }
        return all;
    }

    private Optional<CaseId> mergedInto(CaseId caseId) {
        return book.read(caseId).closure().map(CaseClosed::duplicateOf);
    }
}
