package org.hikeshi.intake.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.events.EventType;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReportJoined;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;
import org.hikeshi.trust.DataKey;

/**
 * A report that joins a case gets the words that still hold there: the findings told last and the
 * workaround told last, each as a message of its own, so that the catch-up mail does not point to
 * an empty page (A3.2). Reasons for dates that were never promised to this reporter, and words to
 * one reporter alone, are not for the newcomer.
 */
@ApplicationScoped
class CatchingUp implements EventHandler {
    private static final List<MessageKind> STILL_HOLD =
            List.of(MessageKind.FINDINGS, MessageKind.WORKAROUND);

    private final ReportRows rows;
    private final Clock clock;

    CatchingUp(ReportRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.REPORT_JOINED.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        ReportJoined joined = EventReading.read(event, ReportJoined.class);
        Optional<DataKey> key = rows.contentKey(connection, joined.reportId());
        if (key.isPresent()) {
            for (MessageKind kind : STILL_HOLD) {
                tell(connection, joined, kind, key.get());
            }
        }
        return Outcome.handled();
    }

    private void tell(Connection connection, ReportJoined joined, MessageKind kind, DataKey key)
            throws SQLException {
        Optional<Messages.Told> told = Messages.toldLast(connection, joined.caseId(), kind);
        if (told.isEmpty()) {
            return;
        }
        ReportId first = told.get().report();
        DataKey firstKey = rows.contentKey(connection, first).orElseThrow();
        Message there =
                Messages.one(connection, first, told.get().message(), firstKey).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NewMessage here =
                new NewMessage(
                        RecordingTold.id(told.get().event(), joined.reportId()),
                        kind,
                        now,
                        null,
                        null,
                        there.texts(),
                        new NewMessage.ToldToAll(joined.caseId(), told.get().event()));
        Messages.put(connection, joined.reportId(), key, here);
    }
}
