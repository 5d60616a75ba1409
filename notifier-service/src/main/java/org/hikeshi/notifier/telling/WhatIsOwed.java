package org.hikeshi.notifier.telling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hikeshi.events.PolicyVersion;
import org.hikeshi.notifier.people.People;
import org.hikeshi.policy.Policy;

/**
 * What is owed in a case at a moment.
 *
 * @param now everything that must have been told, in the order in which it became owed
 * @param lookAgain when time alone makes more of it, unless a fact comes first
 */
public record WhatIsOwed(List<Due> now, Optional<Instant> lookAgain) {

    /**
     * The whole function. It has no memory: the same facts give the same answer, in whatever order
     * they were heard. Before the receipt of the case's report was heard, nothing can be said to
     * anybody, for neither policy nor number are known; it all follows when it is.
     */
    public static WhatIsOwed of(
            CaseFacts facts,
            People people,
            Function<PolicyVersion, Policy> policies,
            Instant moment) {
        List<Due> all = new ArrayList<>(ToReporters.of(facts, policies));
        facts.firstReport()
                .ifPresent(
                        first -> {
                            Policy policy = policies.apply(first.report().policyVersion());
                            all.addAll(ToCustomers.of(facts, first, policy));
                            all.addAll(new ToStaff(facts, first, policy, people, moment).all());
                        });
        for (KnownReport known : facts.reports()) {
            Policy policy = policies.apply(known.report().policyVersion());
            all.addAll(ProgressRhythm.of(facts, known, policy, List.copyOf(all), moment));
        }
        return at(moment, all);
    }

    private static WhatIsOwed at(Instant moment, List<Due> all) {
        List<Due> owed =
                all.stream()
                        .filter(due -> !due.at().isAfter(moment))
                        .sorted(Comparator.comparing(Due::at))
                        .toList();
        Optional<Instant> next =
                all.stream().map(Due::at).filter(at -> at.isAfter(moment)).min(Instant::compareTo);
        return new WhatIsOwed(owed, next);
    }
}
