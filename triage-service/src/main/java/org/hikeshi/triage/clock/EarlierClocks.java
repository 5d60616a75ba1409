package org.hikeshi.triage.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.events.CaseClock;
import org.hikeshi.events.EarlierRecord;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.Policy;
import org.hikeshi.triage.clock.Promised.Fact;
import org.hikeshi.triage.facts.CaseFacts;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of a case that had ended before its record came here, measured by today's policy: only
 * those of which the record says when they stopped. What it does not say is not known, and not
 * known is neither kept nor missed.
 */
final class EarlierClocks {
    private final CaseFacts facts;
    private final Policy policy;

    private EarlierClocks(CaseFacts facts, Policy policy) {
        this.facts = facts;
        this.policy = policy;
    }

    static List<CaseTimer> of(CaseFacts facts, Policy policy, EarlierRecord record) {
        EarlierClocks clocks = new EarlierClocks(facts, policy);
        return Stream.of(
                        clocks.stopped(
                                ClockName.CONFIRMATION, record.confirmedAt(), "case-confirmed"),
                        clocks.stopped(
                                ClockName.FIRST_ACTION, record.confirmedAt(), "case-confirmed"),
                        clocks.stopped(ClockName.RESULT, record.scoredAt(), "scored"),
                        clocks.stopped(ClockName.FIX, record.fixedAt(), "patch-ready"))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<CaseTimer> stopped(ClockName name, @Nullable Instant at, String by) {
        Optional<Fact> start =
                facts.receivedAt().map(received -> new Fact(received, "report-received"));
        return Optional.ofNullable(at)
                .flatMap(
                        stop ->
                                new Promised(
                                                facts,
                                                policy,
                                                CaseClock.valueOf(name.name()),
                                                null,
                                                null)
                                        .byRule(name, start, Optional.of(new Fact(stop, by))));
    }
}
