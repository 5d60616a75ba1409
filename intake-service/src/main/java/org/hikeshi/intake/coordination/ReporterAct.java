package org.hikeshi.intake.coordination;

import java.util.Locale;

/** What a reporter can do besides writing. */
public enum ReporterAct {
    /** Agree to the proposed date, or name another. */
    ANSWER_DATE,
    /** Say whether a mitigation or fix works. */
    CHECK_FIX,
    /** Not agree to a closure. */
    OBJECT,
    /** Tell how it was. */
    GIVE_FEEDBACK;

    /** {@code answer-date}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
