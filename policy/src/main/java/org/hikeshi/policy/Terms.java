package org.hikeshi.policy;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Comparing terms of the same unit; a business day and an hour have no order without a calendar.
 */
final class Terms {
    private Terms() {}

    static boolean shorter(Term a, Term b) {
        return comparison(a, b).map(c -> c < 0).orElse(true);
    }

    static boolean longer(Term a, Term b) {
        return comparison(a, b).map(c -> c > 0).orElse(false);
    }

    private static Optional<Integer> comparison(Term a, Term b) {
        OptionalLong sizeA = size(a);
        OptionalLong sizeB = size(b);
        boolean comparable = a.getClass() == b.getClass() && sizeA.isPresent() && sizeB.isPresent();
        return comparable
                ? Optional.of(Long.compare(sizeA.getAsLong(), sizeB.getAsLong()))
                : Optional.empty();
    }

    private static OptionalLong size(Term term) {
        return switch (term) {
            case Term.BusinessDays(int n) -> OptionalLong.of(n);
            case Term.CivilDays(Period p) -> OptionalLong.of(p.toTotalMonths() * 30 + p.getDays());
            case Term.Elapsed(Duration d) -> OptionalLong.of(d.toMillis());
            case Term.SameBusinessDay _, Term.WithRelease _, Term.Individual _ ->
                    OptionalLong.empty();
        };
    }
}
