package org.hikeshi.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How names are written in the file, and which known word a mistyped one was meant to be. */
final class Words {
    private Words() {}

    static String written(Enum<?> value) {
        // Mails are called R1, C2 everywhere else, so here too.
        return value instanceof MailName
                ? value.name()
                : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> written(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants()).map(v -> written((Enum<?>) v)).toList();
    }

    /** The nearest known word, if it is near enough to be a slip of the hand. */
    static Optional<String> nearest(String word, Collection<String> known) {
        String given = word.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, Math.min(given.length(), 40) / 3);
        return known.stream()
                .filter(k -> distance(given, k.toLowerCase(Locale.ROOT)) <= allowed)
                .min((a, b) -> distance(given, a) - distance(given, b));
    }

    /** Levenshtein distance; words beyond 64 characters are no slips of the hand. */
    static int distance(String a, String b) {
        if (a.length() > 64 || b.length() > 64) {
            return Integer.MAX_VALUE / 2;
        }
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(swap, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
