package org.hikeshi.policy;

import java.util.List;

/** How long records are kept, counted from closure (E6.1), longer under hold. */
public record Records(
        @Key(says = "Clause that makes the promise; no two promises share one") Clause clause,
        @Key(says = "At least how long after closure, such as 3 years") Term keep,
        @Key(says = "Whether it is published", otherwise = "published") Standing standing)
        implements Checked {
    @Override
    public List<Complaint> complaints() {
        return keep instanceof Term.CivilDays
                ? List.of()
                : List.of(new Complaint("keep", Mistake.NOT_CIVIL));
    }
}
