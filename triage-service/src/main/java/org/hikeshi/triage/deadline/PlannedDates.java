package org.hikeshi.triage.deadline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.ProductId;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.clock.CaseTimer;
import org.hikeshi.triage.clock.Clocks;
import org.jspecify.annotations.Nullable;

/** Dates of a plan: they may tighten a deadline, never move it out. */
public final class PlannedDates {
    private PlannedDates() {}

    /** Whether the date is ahead, and not after what is promised already. */
    public static boolean fits(
            CaseDesk desk, CaseClock clock, @Nullable ProductId product, Instant due) {
        Optional<CaseTimer> timer = timer(desk, clock, product);
        return due.isAfter(desk.now())
                && timer.isPresent()
                && timer.get().stoppedAt().isEmpty()
                && timer.get().dueAt().filter(due::isAfter).isEmpty();
    }

    /** Sets it, if it is another than the one in force. */
    public static void set(CaseDesk desk, CaseClock clock, @Nullable ProductId product, Instant due)
            throws SQLException {
        Instant old = timer(desk, clock, product).flatMap(CaseTimer::dueAt).orElse(null);
        if (!due.equals(old)) {
            AnnouncingDeadlines.say(desk, clock, product, old, due, DeadlineReason.PLAN);
        }
    }

    private static Optional<CaseTimer> timer(
            CaseDesk desk, CaseClock clock, @Nullable ProductId product) {
        return AnnouncingDeadlines.find(Clocks.of(desk.facts(), desk.policy()), clock, product);
    }
}
