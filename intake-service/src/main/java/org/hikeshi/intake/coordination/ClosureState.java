package org.hikeshi.intake.coordination;

import java.util.Optional;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.ClosureObjected;
import org.hikeshi.intake.casefact.CaseHistory;

/** Whether there is a closure a reporter could object to (A3.2). */
public enum ClosureState {
    /** Nothing was closed, or it is open again. */
    OPEN(Optional.of(Refusal.NOT_CLOSED)),
    /** Closed; by joining another case it may be closed as a duplicate and go on there. */
    CLOSED(Optional.empty()),
    /** The reporter objected to this very closure; somebody else looks at it. */
    OBJECTED(Optional.of(Refusal.OBJECTED_ALREADY));

    private final Optional<Refusal> objecting;

    ClosureState(Optional<Refusal> objecting) {
        this.objecting = objecting;
    }

    /** Why there is nothing to object to, empty if there is. */
    public Optional<Refusal> objecting() {
        return objecting;
    }

    static ClosureState of(CaseHistory history) {
        Optional<CaseClosed> closure = history.closure().or(history::setAside);
        if (closure.isEmpty()) {
            return OPEN;
        }
        boolean objected =
                history.all(ClosureObjected.class).stream()
                        .anyMatch(one -> !one.at().isBefore(closure.get().at()));
        return objected ? OBJECTED : CLOSED;
    }
}
