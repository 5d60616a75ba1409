package org.hikeshi.intake.coordination;

import java.util.Optional;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.FeedbackGiven;
import org.hikeshi.intake.casefact.CaseHistory;

/** Whether the reporter is asked how it was: once per closure, never before (Z5). */
public enum FeedbackState {
    /** The case is not closed. */
    TOO_EARLY(Optional.of(Refusal.FEEDBACK_TOO_EARLY)),
    /** It is closed, nothing was said yet. */
    ASKED(Optional.empty()),
    /** It was said. */
    GIVEN(Optional.of(Refusal.FEEDBACK_GIVEN));

    private final Optional<Refusal> giving;

    FeedbackState(Optional<Refusal> giving) {
        this.giving = giving;
    }

    /** Why it is not taken, empty if it is. */
    public Optional<Refusal> giving() {
        return giving;
    }

    static FeedbackState of(CaseHistory history) {
        Optional<CaseClosed> closure = history.closure();
        if (closure.isEmpty()) {
            return TOO_EARLY;
        }
        boolean given =
                history.all(FeedbackGiven.class).stream()
                        .anyMatch(one -> !one.at().isBefore(closure.get().at()));
        return given ? GIVEN : ASKED;
    }
}
