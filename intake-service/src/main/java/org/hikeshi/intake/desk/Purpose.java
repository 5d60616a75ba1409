package org.hikeshi.intake.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an identity may be looked at for; it stands in the record of the reveal. */
public enum Purpose {
    /** To reach the reporter by another way. */
    CONTACT,
    /** To name the reporter as wished. */
    CREDIT,
    /** To pass the contact on, where the reporter allowed it. */
    COORDINATION,
    /** To judge whether this is the same reporter. */
    SAME_REPORTER,
    /** Because the law asks. */
    LEGAL;

    /** {@code same-reporter}. */
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Purpose> of(String written) {
        return Arrays.stream(values()).filter(one -> one.written().equals(written)).findFirst();
    }
}
