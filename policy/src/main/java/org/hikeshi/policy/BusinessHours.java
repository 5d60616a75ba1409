package org.hikeshi.policy;

import java.util.List;

/** When people sit at the desk; shown to the public, and the frame for the closing time. */
public record BusinessHours(
        @Key(says = "When the desk opens, HH:mm") ClosingTime from,
        @Key(says = "When the desk closes, HH:mm") ClosingTime until)
        implements Checked {
    @Override
    public List<Complaint> complaints() {
        return until.minuteOfDay() <= from.minuteOfDay()
                ? List.of(new Complaint("until", Mistake.ENDS_BEFORE_IT_BEGINS, from.toString()))
                : List.of();
    }
}
