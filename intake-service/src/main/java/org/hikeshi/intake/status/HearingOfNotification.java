package org.hikeshi.intake.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.hikeshi.events.DeliveryFailed;
import org.hikeshi.events.EventCodec;
import org.hikeshi.events.EventType;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.ReporterNotified;
import org.hikeshi.events.SaidEvent;
import org.hikeshi.events.UnreadableEvent;
import org.hikeshi.intake.status.ReportFacts.Kind;
import org.hikeshi.intake.status.ReportFacts.ReportFact;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;
import org.hikeshi.messaging.UnreadableEventException;

/** Puts on the status page that the acknowledgement arrived, or that it could not. */
@ApplicationScoped
public class HearingOfNotification implements EventHandler {

    private final ReportFacts facts = new ReportFacts();
    private final EventCodec codec = new EventCodec();

    @Override
    public Set<String> types() {
        return Set.of(EventType.REPORTER_NOTIFIED.ceType(), EventType.DELIVERY_FAILED.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) throws SQLException {
        switch (decode(event)) {
            case ReporterNotified told -> {
                if (told.template() == MailTemplate.RECEIPT) {
                    ReportFact fact = new ReportFact(Kind.ACKNOWLEDGED, told.acceptedAt());
                    facts.record(connection, event.id(), told.reportId(), fact);
                }
            }
            case DeliveryFailed failed -> {
                if (failed.template() == MailTemplate.RECEIPT) {
                    ReportFact fact =
                            new ReportFact(Kind.ACKNOWLEDGEMENT_FAILED, failed.failedAt());
                    facts.record(connection, event.id(), failed.reportId(), fact);
                }
            }
            default -> {
                // Not asked for in types().
            }
        }
        return Outcome.handled();
    }

    private SaidEvent decode(IncomingEvent event) {
        try {
            return codec.decode(event.type(), event.value());
        } catch (UnreadableEvent unreadable) {
            throw new UnreadableEventException(String.valueOf(unreadable.getMessage()));
        }
    }
}
