package org.hikeshi.notifier.telling;

import java.util.Comparator;
import java.util.List;
import org.hikeshi.events.DeadlineSet;

/** Dates that were moved by one act, so that they are told in one letter (R5). */
public final class MovedDates {
    private MovedDates() {}

    /** Whether a date is told for itself, not with the severity that set it. */
    static boolean toldApart(DeadlineSet set) {
        boolean apart =
                switch (set.reason()) {
                    case INDIVIDUAL, PLAN, POLICY -> true;
                    case SCORED, RESCORED, UNKNOWN -> false;
                };
        boolean concernsThem =
                switch (set.clock()) {
                    case CONFIRMATION,
                            FIRST_ACTION,
                            TIMELINE,
                            RESULT,
                            MITIGATION,
                            FIX,
                            PUBLICATION ->
                            true;
                    default -> false;
                };
        boolean moved = set.newDue() != null && !set.newDue().equals(set.oldDue());
        return apart && concernsThem && moved;
    }

    /**
     * This one and all that the same act moved: said at the same moment for the same reason, in the
     * order in which they were said. Never empty for one that is told apart.
     */
    public static List<DeadlineSet> with(CaseFacts facts, DeadlineSet one) {
        return facts.all(DeadlineSet.class).stream()
                .filter(MovedDates::toldApart)
                .filter(set -> set.at().equals(one.at()) && set.reason() == one.reason())
                .sorted(Comparator.comparingInt(DeadlineSet::revision))
                .toList();
    }
}
