package org.hikeshi.triage.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportId;
import org.hikeshi.policy.Kind;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case. Instants are UTC.
 *
 * @param product for which product it runs, null if for the case
 * @param report for which report it runs, null if for the case
 * @param clause of the policy
 * @param startedBy the fact it runs from, an event's short name
 * @param warnAt when those responsible are warned
 * @param dueAt empty where a release or a person decides and has not yet
 * @param stoppedAt when what was promised happened, or the case ended
 * @param stoppedBy the fact that stopped it, empty while it runs
 * @param individual whether a person set this deadline
 */
public record CaseTimer(
        CaseClock clock,
        @Nullable ProductId product,
        @Nullable ReportId report,
        String clause,
        Kind kind,
        Instant startedAt,
        String startedBy,
        Optional<Instant> warnAt,
        Optional<Instant> dueAt,
        Optional<Instant> stoppedAt,
        String stoppedBy,
        boolean individual) {
    private static final Duration TO_PUBLISH = Duration.ofMinutes(5);

    /** How a clock stands. */
    public enum State {
        /** Running, and in time. */
        RUNNING,
        AT_RISK,
        /** Running, and late. */
        BREACHED,
        /** Stopped in time. */
        MET,
        /** Stopped, but late. */
        MISSED,
        /** Ended with the case before it was kept or missed. */
        ENDED;

        /** As in the API: {@code at-risk}. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public State state(Instant now) {
        if (stoppedAt.isPresent()) {
            boolean late = lateFrom().filter(from -> stoppedAt.get().isAfter(from)).isPresent();
            if (late) {
                return State.MISSED;
            }
            return stoppedBy.equals("case-closed") ? State.ENDED : State.MET;
        }
        if (lateFrom().filter(from -> !now.isBefore(from)).isPresent()) {
            return State.BREACHED;
        }
        return warnAt.filter(warn -> !now.isBefore(warn)).isPresent()
                ? State.AT_RISK
                : State.RUNNING;
    }

    /** When its state changes next if nothing else happens. */
    public Optional<Instant> changesAfter(Instant now) {
        if (stoppedAt.isPresent()) {
            return Optional.empty();
        }
        return warnAt.filter(now::isBefore).or(() -> lateFrom().filter(now::isBefore));
    }

    /**
     * An agreed date is kept by publishing at that instant and not before it, so it is late only
     * when the act itself has had its time.
     */
    private Optional<Instant> lateFrom() {
        return clock == CaseClock.AGREED_DATE ? dueAt.map(due -> due.plus(TO_PUBLISH)) : dueAt;
    }

    /** Where the policy names no warning: when three quarters of the time are over. */
    static Instant lastQuarter(Instant start, Instant due) {
        return start.plus(Duration.between(start, due).multipliedBy(3).dividedBy(4));
    }
}
