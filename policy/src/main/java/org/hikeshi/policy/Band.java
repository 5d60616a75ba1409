package org.hikeshi.policy;

import java.math.BigDecimal;
import java.util.List;

/** A CVSS band, both ends included, one decimal. */
public record Band(
        @Key(says = "Lowest score of the band") BigDecimal from,
        @Key(says = "Highest score of the band") BigDecimal to)
        implements Checked {
    public boolean contains(BigDecimal score) {
        return score.compareTo(from) >= 0 && score.compareTo(to) <= 0;
    }

    @Override
    public List<Complaint> complaints() {
        return from.compareTo(to) > 0
                ? List.of(new Complaint("from", Mistake.BAND_UPSIDE_DOWN, to.toString()))
                : List.of();
    }
}
