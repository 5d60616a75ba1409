package org.hikeshi.triage.deadline;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.ProductId;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.clock.CaseTimer;
import org.hikeshi.triage.clock.Clocks;
import org.jspecify.annotations.Nullable;

/** Says which deadlines a decision has brought or moved. */
public final class AnnouncingDeadlines {
    private static final List<CaseClock> TOLD =
            List.of(CaseClock.MITIGATION, CaseClock.FIX, CaseClock.PUBLICATION);

    private AnnouncingDeadlines() {}

    /**
     * @param before the clocks as they were
     * @param known whether the reporter had been told deadlines before, so that the old one matters
     */
    public static void afterScoring(CaseDesk desk, Clocks before, boolean known)
            throws SQLException {
        DeadlineReason reason = known ? DeadlineReason.RESCORED : DeadlineReason.SCORED;
        for (CaseTimer timer : Clocks.of(desk.facts(), desk.policy()).all()) {
            if (!TOLD.contains(timer.clock()) || timer.stoppedAt().isPresent()) {
                continue;
            }
            Instant old = known ? due(before, timer.clock(), timer.product()) : null;
            Instant due = timer.dueAt().orElse(null);
            if (due != null && !due.equals(old)) {
                say(desk, timer.clock(), timer.product(), old, due, reason);
            }
        }
    }

    static void say(
            CaseDesk desk,
            CaseClock clock,
            @Nullable ProductId product,
            @Nullable Instant old,
            @Nullable Instant due,
            DeadlineReason reason)
            throws SQLException {
        int revision =
                desk.facts().all(DeadlineSet.class).mapToInt(DeadlineSet::revision).max().orElse(0)
                        + 1;
        desk.say(
                new DeadlineSet(
                        desk.caseId(), revision, clock, product, old, due, reason, desk.now()));
    }

    static Optional<CaseTimer> find(Clocks clocks, CaseClock clock, @Nullable ProductId product) {
        return clocks.all().stream()
                .filter(one -> one.clock() == clock)
                .filter(one -> product == null || Objects.equals(one.product(), product))
                .findFirst();
    }

    private static @Nullable Instant due(
            Clocks clocks, CaseClock clock, @Nullable ProductId product) {
        return find(clocks, clock, product).flatMap(CaseTimer::dueAt).orElse(null);
    }
}
