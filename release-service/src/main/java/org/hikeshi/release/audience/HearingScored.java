package org.hikeshi.release.audience;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.Set;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.events.EventType;
import org.hikeshi.events.Scored;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;

/** Notes which products a case affects. */
@ApplicationScoped
public class HearingScored implements EventHandler {
    private final AffectedRanges ranges;

    HearingScored(AffectedRanges ranges) {
        this.ranges = ranges;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.SCORED.ceType());
    }

    @Override
    public Outcome handle(Connection connection, IncomingEvent event) {
        ranges.hear(EventReading.read(event, Scored.class));
        return Outcome.handled();
    }
}
