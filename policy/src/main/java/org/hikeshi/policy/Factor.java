package org.hikeshi.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A factor that may tighten priority and clocks, never lengthen them (E4.2). */
@OrJust
public record Factor(
        @Key(says = "Which factor; own is the vendor's own") FactorName factor,
        @Key(says = "What it is called, per language; needed for an own factor")
                Optional<Map<Language, String>> name)
        implements Checked {
    @Override
    public List<Complaint> complaints() {
        return factor == FactorName.OWN && name.isEmpty()
                ? List.of(new Complaint("name", Mistake.OWN_FACTOR_UNNAMED))
                : List.of();
    }
}
