package org.hikeshi.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The numbers that events may hold. */
final class Counted {

    private Counted() {}

    static void fromOne(int revision) {
        if (revision < 1) {
            throw new IllegalArgumentException("a revision counts from 1");
        }
    }

    static void fromZero(int number) {
        if (number < 0) {
            throw new IllegalArgumentException("a number of customers is not negative");
        }
    }

    static void permille(int share) {
        if (share < 0 || share > 1000) {
            throw new IllegalArgumentException("a share is 0 to 1000 thousandths");
        }
    }

    /** With exactly one decimal, so that one score has one spelling. */
    static @Nullable BigDecimal score(@Nullable BigDecimal score) {
        if (score == null) {
            return null;
        }
        if (score.signum() < 0
                || score.compareTo(BigDecimal.TEN) > 0
                || score.stripTrailingZeros().scale() > 1) {
            throw new IllegalArgumentException("a score is 0.0 to 10.0 with one decimal");
        }
        return score.setScale(1, RoundingMode.UNNECESSARY);
    }
}
