package org.hikeshi.triage.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.facts.CaseFacts;
import org.hikeshi.triage.milestone.Milestones;

/** All clocks of a case: a pure function of the set of its facts and its policy. */
public record Clocks(List<CaseTimer> all) {

    public Clocks {
        all = List.copyOf(all);
    }

    public static Clocks of(CaseFacts facts, Policy policy) {
        if (facts.receivedAt().isEmpty()) {
            return new Clocks(List.of());
        }
        Optional<EarlierRecord> earlier = facts.earlier();
        if (earlier.isPresent()) {
            return new Clocks(EarlierClocks.of(facts, policy, earlier.get()));
        }
        Milestones milestones = Milestones.of(facts, policy);
        return new Clocks(
                Stream.of(
                                ReportClocks.of(facts, policy),
                                RemedyClocks.of(facts, policy, milestones),
                                NoticeClocks.of(facts, policy))
                        .flatMap(List::stream)
                        .sorted(
                                Comparator.comparing(CaseTimer::clock)
                                        .thenComparing(CaseTimer::startedAt)
                                        .thenComparing(one -> String.valueOf(one.product()))
                                        .thenComparing(one -> String.valueOf(one.report())))
                        .toList());
    }

    /** The next deadline of those still running; also one that has passed. */
    public Optional<CaseTimer> next() {
        return all.stream()
                .filter(one -> one.stoppedAt().isEmpty() && one.dueAt().isPresent())
                .min(Comparator.comparing(one -> one.dueAt().orElseThrow()));
    }

    /** Whether a running one is late. */
    public boolean overdue(Instant now) {
        return all.stream().anyMatch(one -> one.state(now) == CaseTimer.State.BREACHED);
    }

    /** When the desk has to look at this case again. */
    public Optional<Instant> lookAgain(Instant now) {
        return all.stream()
                .flatMap(one -> one.changesAfter(now).stream())
                .min(Comparator.naturalOrder());
    }
}
