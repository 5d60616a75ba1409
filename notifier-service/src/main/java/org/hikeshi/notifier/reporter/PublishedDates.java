package org.hikeshi.notifier.reporter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.DeadlineReason;
import org.hikeshi.events.DeadlineSet;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.Scored;
import org.hikeshi.notifier.telling.CaseFacts;
import org.hikeshi.policy.Anchor;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.ClockRule;
import org.hikeshi.policy.Deadline;
import org.hikeshi.policy.Kind;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Standing;
import org.jspecify.annotations.Nullable;

/**
 * The dates of the remedy that a reporter is told: those that triage set, as far as the policy
 * publishes them or a person set them for this case; where triage was not heard yet, the same
 * arithmetic on the policy gives them.
 */
final class PublishedDates {
    private static final List<ClockName> TOLD =
            List.of(ClockName.MITIGATION, ClockName.FIX, ClockName.PUBLICATION);

    private PublishedDates() {}

    record Line(ClockName clock, @Nullable ProductId product, Instant due, boolean target) {}

    static List<Line> of(Matter matter, Policy policy, Scored scored) {
        List<Line> lines = new ArrayList<>();
        for (ClockName name : TOLD) {
            List<DeadlineSet> set = set(matter.facts(), name);
            set.stream()
                    .filter(one -> published(policy, name, scored) || byAPerson(one))
                    .map(one -> line(policy, name, one))
                    .flatMap(Optional::stream)
                    .forEach(lines::add);
            if (set.isEmpty() && published(policy, name, scored)) {
                computed(policy, name, matter, scored).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static List<DeadlineSet> set(CaseFacts facts, ClockName name) {
        return facts.deadlines().entrySet().stream()
                .filter(one -> one.getKey().clock() == CaseClock.valueOf(name.name()))
                .map(Map.Entry::getValue)
                .sorted(Comparator.comparing(one -> String.valueOf(one.product())))
                .toList();
    }

    private static boolean byAPerson(DeadlineSet set) {
        return set.reason() == DeadlineReason.INDIVIDUAL || set.reason() == DeadlineReason.PLAN;
    }

    private static Optional<Line> line(Policy policy, ClockName name, DeadlineSet set) {
        boolean target = policy.clock(name).map(r -> r.kind() == Kind.TARGET).orElse(false);
        return Optional.ofNullable(set.newDue())
                .map(due -> new Line(name, set.product(), due, target));
    }

    private static boolean published(Policy policy, ClockName name, Scored scored) {
        return rule(policy, name)
                .flatMap(rule -> Severities.ofPolicy(scored.severity()).map(rule::deadline))
                .filter(deadline -> deadline.standing() != Standing.HOUSE)
                .isPresent();
    }

    private static Optional<ClockRule> rule(Policy policy, ClockName name) {
        return policy.clock(name).filter(rule -> rule.standing() != Standing.HOUSE);
    }

    private static Optional<Line> computed(
            Policy policy, ClockName name, Matter matter, Scored scored) {
        return rule(policy, name)
                .flatMap(
                        rule ->
                                start(rule, matter, scored)
                                        .flatMap(
                                                start ->
                                                        due(policy, rule, scored, start)
                                                                .map(
                                                                        due ->
                                                                                new Line(
                                                                                        name,
                                                                                        null,
                                                                                        due,
                                                                                        rule.kind()
                                                                                                == Kind
                                                                                                        .TARGET))));
    }

    private static Optional<Instant> start(ClockRule rule, Matter matter, Scored scored) {
        if (rule.starts() == Anchor.RECEIVED) {
            return matter.facts().reports().stream()
                    .findFirst()
                    .map(known -> known.report().receivedAt());
        }
        return rule.starts() == Anchor.VALIDATED ? Optional.of(scored.at()) : Optional.empty();
    }

    private static Optional<Instant> due(
            Policy policy, ClockRule rule, Scored scored, Instant start) {
        return Severities.ofPolicy(scored.severity())
                .map(rule::deadline)
                .map(Deadline::within)
                .flatMap(term -> term.dueAfter(start, policy.calendar()));
    }
}
