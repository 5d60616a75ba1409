package org.hikeshi.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long products get security updates, and when their end is announced (A8, A8-eos). */
public record Support(
        @Key(says = "Clause that makes the promise; no two promises share one") Clause clause,
        @Key(says = "How long, such as 1 year") Term period,
        @Key(says = "From when it is counted") SupportStart from,
        @Key(says = "The day on which it ends at the earliest, for all products")
                Optional<LocalDate> notBefore,
        @Key(says = "How long before its end it is announced, longest first", otherwise = "")
                List<Term> announcedBefore,
        @Key(says = "What extension can be had, per language")
                Optional<Map<Language, String>> extension,
        @Key(says = "Whether it is published", otherwise = "published") Standing standing)
        implements Checked {
    @Override
    public List<Complaint> complaints() {
        return period instanceof Term.CivilDays
                ? List.of()
                : List.of(new Complaint("period", Mistake.NOT_CIVIL));
    }
}
