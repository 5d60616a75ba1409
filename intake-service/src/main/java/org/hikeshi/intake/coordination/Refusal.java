package org.hikeshi.intake.coordination;

import java.util.Locale;

/** Why an act is not possible now; each has its sentence under {@code problem.<code>}. */
public enum Refusal {
    NO_PROPOSAL,
    PROPOSAL_ANSWERED,
    PROPOSAL_OVER,
    /** Another proposal than the one meant is open. */
    OTHER_PROPOSAL,
    NO_REMEDY_YET,
    NOT_CLOSED,
    OBJECTED_ALREADY,
    FEEDBACK_TOO_EARLY,
    FEEDBACK_GIVEN;

    /** {@code no-proposal}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
