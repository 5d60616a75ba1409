package org.hikeshi.triage.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportId;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.ClockRule;
import org.hikeshi.policy.Deadline;
import org.hikeshi.policy.Kind;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Severity;
import org.hikeshi.policy.Term;
import org.hikeshi.triage.facts.CaseFacts;
import org.jspecify.annotations.Nullable;

/** Makes one clock out of a rule, its start, and what stopped it. */
record Promised(
        CaseFacts facts,
        Policy policy,
        CaseClock clock,
        @Nullable ProductId product,
        @Nullable ReportId report) {

    /** A fact and its time. */
    record Fact(Instant at, String name) {}

    /** The clock under the policy's rule of that name, empty if the policy has none. */
    Optional<CaseTimer> byRule(ClockName name, Optional<Fact> start, Optional<Fact> stop) {
        Optional<ClockRule> rule = policy.clock(name);
        Optional<Severity> level = Level.of(facts, product);
        if (rule.isEmpty() || start.isEmpty() || level.isEmpty()) {
            return Optional.empty();
        }
        Deadline deadline = rule.get().deadline(level.get());
        String clause = rule.get().clause().id();
        return timer(
                clause, rule.get().kind(), deadline.within(), deadline.warn(), start.get(), stop);
    }

    Optional<CaseTimer> timer(
            String clause,
            Kind kind,
            Term within,
            Optional<Term> warn,
            Fact start,
            Optional<Fact> stop) {
        Optional<Instant> due = within.dueAfter(start.at(), policy.calendar());
        Optional<Instant> warned =
                warn.flatMap(term -> term.dueAfter(start.at(), policy.calendar()));
        return until(clause, kind, start, due, warned, stop);
    }

    /** A clock that ends at an instant, unless a person has set another. */
    Optional<CaseTimer> until(
            String clause,
            Kind kind,
            Fact start,
            Optional<Instant> due,
            Optional<Instant> warned,
            Optional<Fact> stop) {
        Optional<DeadlineSet> own = individual();
        if (own.isPresent() && own.get().newDue() == null) {
            return Optional.empty();
        }
        Optional<Instant> dueAt = own.isPresent() ? own.map(DeadlineSet::newDue) : due;
        Optional<Instant> warnAt =
                (own.isPresent() ? Optional.<Instant>empty() : warned)
                        .or(() -> dueAt.map(at -> CaseTimer.lastQuarter(start.at(), at)));
        Optional<Fact> end = stop.or(this::closed);
        return Optional.of(
                new CaseTimer(
                        clock,
                        product,
                        report,
                        clause,
                        kind,
                        start.at(),
                        start.name(),
                        warnAt,
                        dueAt,
                        end.map(Fact::at),
                        end.map(Fact::name).orElse(""),
                        own.isPresent()));
    }

    private Optional<Fact> closed() {
        return facts.closure().map(CaseClosed::at).map(at -> new Fact(at, "case-closed"));
    }

    private Optional<DeadlineSet> individual() {
        return facts.all(DeadlineSet.class)
                .filter(set -> set.clock() == clock)
                .filter(set -> byPerson(set.reason()))
                .filter(set -> set.product() == null || set.product().equals(product))
                .max(Comparator.comparing(DeadlineSet::revision));
    }

    private static boolean byPerson(DeadlineReason reason) {
        return switch (reason) {
            case INDIVIDUAL, PLAN, POLICY -> true;
            case SCORED, RESCORED, UNKNOWN -> false;
        };
    }
}
