package org.hikeshi.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One clock of the policy (E5.1): from which fact it runs, how long, and how binding it is. */
public record ClockRule(
        @Key(says = "Clause that makes the promise; no two promises share one") Clause clause,
        @Key(says = "target (目安) or commitment") Kind kind,
        @Key(says = "The fact it starts from") Anchor starts,
        @Key(says = "One deadline for every severity") Optional<Deadline> within,
        @Key(says = "A deadline per severity", otherwise = "") Map<Severity, Deadline> bySeverity,
        @Key(says = "Whether the clock is published; house hides it", otherwise = "published")
                Standing standing)
        implements Checked {

    /** The deadline of a severity. */
    public Deadline deadline(Severity severity) {
        return within.orElseGet(() -> java.util.Objects.requireNonNull(bySeverity.get(severity)));
    }

    /** Until scored, the strictest severity's time applies (E5.1-first). */
    public Deadline unscored() {
        return deadline(Severity.CRITICAL);
    }

    @Override
    public List<Complaint> complaints() {
        if (within.isPresent() != bySeverity.isEmpty()) {
            return List.of(new Complaint("", Mistake.EITHER_OR, "within", "bySeverity"));
        }
        List<Complaint> all =
                bySeverity.isEmpty() ? new ArrayList<>() : Levels.missing("bySeverity", bySeverity);
        if (!all.isEmpty()) {
            return all;
        }
        Severity[] levels = Severity.values();
        for (int i = 1; i < levels.length; i++) {
            if (Terms.longer(deadline(levels[i - 1]).within(), deadline(levels[i]).within())) {
                String strict = Words.written(levels[i - 1]);
                String key = "bySeverity." + strict;
                all.add(
                        new Complaint(
                                key, Mistake.STRICTER_IS_SLOWER, strict, Words.written(levels[i])));
            }
        }
        return all;
    }
}
