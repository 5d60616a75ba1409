package org.hikeshi.triage.deadline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.clock.CaseTimer;
import org.hikeshi.triage.clock.Clocks;
import org.jspecify.annotations.Nullable;

/** The CISO defers a publication to a new instant (clock 9). */
public final class Deferring {
    private Deferring() {}

    /** Sets the date; empty if it was set, else why not. */
    public static Optional<Acted> publication(CaseDesk desk, @Nullable Instant until)
            throws SQLException {
        if (until == null || !until.isAfter(desk.now())) {
            return Optional.of(Acted.invalid("/until", "date-in-future"));
        }
        Optional<CaseTimer> running =
                AnnouncingDeadlines.find(
                                Clocks.of(desk.facts(), desk.policy()), CaseClock.PUBLICATION, null)
                        .filter(one -> one.stoppedAt().isEmpty());
        if (running.isEmpty()) {
            return Optional.of(Acted.refused("clock-not-running"));
        }
        AnnouncingDeadlines.say(
                desk,
                CaseClock.PUBLICATION,
                null,
                running.get().dueAt().orElse(null),
                until,
                DeadlineReason.INDIVIDUAL);
        return Optional.empty();
    }
}
