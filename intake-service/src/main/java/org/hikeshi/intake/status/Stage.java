package org.hikeshi.intake.status;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.hikeshi.events.Disclosed;
import org.hikeshi.events.Finding;
import org.hikeshi.events.MitigationReady;
import org.hikeshi.events.OtaDistributed;
import org.hikeshi.events.OtaStarted;
import org.hikeshi.events.PatchReady;
import org.hikeshi.events.Scored;
import org.hikeshi.intake.casefact.CaseHistory;

/** The six words by which reporters hear where their case stands; the desk keeps nine. */
enum Stage {
    RECEIVED,
    CONFIRMED,
    SCORED,
    PREPARING,
    DISTRIBUTING,
    CLOSED;

    /** How one of them stands. */
    enum Step {
        DONE,
        NOW,
        OPEN,
        NOT_NEEDED
    }

    /** The furthest one that was reached. */
    static Stage reached(Known known) {
        return Arrays.stream(values())
                .filter(stage -> stage.begun(known))
                .reduce((earlier, later) -> later)
                .orElse(RECEIVED);
    }

    /** All six; at most one is now. Steps may be done out of order. */
    static Map<Stage, Step> steps(Known known) {
        Map<Stage, Step> steps = new EnumMap<>(Stage.class);
        Set<Stage> needless = needless(known);
        boolean nowIsFound = false;
        for (Stage stage : values()) {
            Step step = Step.OPEN;
            if (stage.done(known)) {
                step = Step.DONE;
            } else if (needless.contains(stage)) {
                step = Step.NOT_NEEDED;
            } else if (!nowIsFound) {
                nowIsFound = true;
                step = Step.NOW;
            }
            steps.put(stage, step);
        }
        return steps;
    }

    private boolean begun(Known known) {
        CaseHistory history = known.history();
        return switch (this) {
            case RECEIVED, CONFIRMED, SCORED, CLOSED -> done(known);
            case PREPARING -> any(history, MitigationReady.class) || any(history, PatchReady.class);
            case DISTRIBUTING -> any(history, OtaStarted.class) || done(known);
        };
    }

    private boolean done(Known known) {
        CaseHistory history = known.history();
        return switch (this) {
            case RECEIVED -> true;
            case CONFIRMED -> known.confirmedAt().isPresent();
            case SCORED -> any(history, Scored.class);
            case PREPARING -> any(history, PatchReady.class) || any(history, OtaDistributed.class);
            case DISTRIBUTING -> any(history, OtaDistributed.class);
            case CLOSED -> known.closed() || any(history, Disclosed.class);
        };
    }

    /** What will not come any more: everything open once it is closed, a remedy for no fault. */
    private static Set<Stage> needless(Known known) {
        if (known.closed()) {
            return EnumSet.allOf(Stage.class);
        }
        boolean noFault =
                known.scored().filter(one -> one.finding() == Finding.NOT_VALID).isPresent();
        return noFault ? EnumSet.of(PREPARING, DISTRIBUTING) : EnumSet.noneOf(Stage.class);
    }

    private static boolean any(
            CaseHistory history, Class<? extends org.hikeshi.events.CaseEvent> type) {
        return !history.all(type).isEmpty();
    }
}
