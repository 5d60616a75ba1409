package org.hikeshi.triage.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hikeshi.triage.severity.Urgency;
import org.jspecify.annotations.Nullable;

/**
 * Constants as the API writes them, {@code not-reproducible}. {@code UNKNOWN} is what an older
 * reader makes of a newer word; nobody says it.
 */
public final class EnumWords {
    private EnumWords() {}

    /** Every word that may be said, in the order of the constants. */
    public static <E extends Enum<E>> List<String> of(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> !constant.name().equals("UNKNOWN"))
                .map(Urgency::word)
                .toList();
    }

    /** Empty for a word that is none of them. */
    public static <E extends Enum<E>> Optional<E> read(Class<E> type, @Nullable String given) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> !constant.name().equals("UNKNOWN"))
                .filter(constant -> Urgency.word(constant).equals(given))
                .findFirst();
    }
}
