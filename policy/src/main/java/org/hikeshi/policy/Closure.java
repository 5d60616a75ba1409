package org.hikeshi.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Days on which the company is closed, both inclusive; without {@code until} it is one day. */
public record Closure(
        @Key(says = "First day of the closure") LocalDate from,
        @Key(says = "Last day of the closure; the same as the first if left out")
                Optional<LocalDate> until,
        @Key(says = "Why, per language", otherwise = "") Map<Language, String> reason)
        implements Checked {

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(last());
    }

    boolean overlaps(Closure other) {
        return !from.isAfter(other.last()) && !other.from().isAfter(last());
    }

    public LocalDate last() {
        return until.orElse(from);
    }

    @Override
    public List<Complaint> complaints() {
        return last().isBefore(from)
                ? List.of(new Complaint("until", Mistake.ENDS_BEFORE_IT_BEGINS, from.toString()))
                : List.of();
    }
}
