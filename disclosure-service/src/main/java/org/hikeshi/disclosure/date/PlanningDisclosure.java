package org.hikeshi.disclosure.date;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.disclosure.advisory.Advisory;
import org.hikeshi.disclosure.advisory.DueSoon;
import org.hikeshi.events.DisclosurePlanned;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Timer;
import org.hikeshi.messaging.Timers;
import org.jspecify.annotations.Nullable;

/** Sets the date and the timer that publishes. */
@ApplicationScoped
public class PlanningDisclosure implements DueSoon {
    /** Kind of the timer that publishes what is due; its payload is the advisory's id. */
    public static final String TIMER = "publish-advisory";

    private final CaseEvents events;
    private final Clock clock;

    PlanningDisclosure(CaseEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    void plan(Connection connection, Advisory advisory, Instant date, @Nullable IncomingEvent cause)
            throws SQLException {
        advisory.planned(date);
        events.say(
                connection,
                new DisclosurePlanned(
                        advisory.caseId(),
                        advisory.advisoryId(),
                        advisory.planRevision(),
                        date,
                        clock.instant()),
                cause);
        String name = "plan " + advisory.planRevision() + " of " + advisory.id();
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        Timers.schedule(connection, new Timer(id, TIMER, date, advisory.id().toString()));
    }

    @Override
    public void look(Connection connection, Advisory advisory) throws SQLException {
        if (advisory.publishedIsThis()) {
            return;
        }
        Instant now = clock.instant();
        Optional<Instant> due = advisory.revisions() > 0 ? Optional.of(now) : advisory.plannedFor();
        if (due.isPresent() && !due.get().isAfter(now)) {
            Timers.schedule(
                    connection, new Timer(UUID.randomUUID(), TIMER, now, advisory.id().toString()));
        }
    }
}
