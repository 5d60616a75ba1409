package org.hikeshi.release.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How soon an update is to be installed. Says nothing about why. */
public enum Urgency {
    AT_ONCE,
    SOON,
    NEXT_OPPORTUNITY;

    /** As the API writes it: {@code at-once}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Urgency> of(String code) {
        return Arrays.stream(values()).filter(urgency -> urgency.code().equals(code)).findFirst();
    }
}
