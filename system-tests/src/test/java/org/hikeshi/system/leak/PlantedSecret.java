package org.hikeshi.system.leak;

import java.security.SecureRandom;

/**
 * A word nobody else writes.
 *
 * @param field where it was planted, for example {@code json:/reporter/name}
 * @param word at least 14 characters, of one script, without spaces
 */
public record PlantedSecret(String field, String word) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LATIN = "bcdfghjklmnpqrstvwxz0123456789";
    private static final String KANJI = "鰯鱈鮭鯖鰹鮪鰻鯛鱒鰆鮎鯉鮒鰈鱧鰤鯵鮃鯨鮫";

    /** A latin word; in lower case, so that folding an address does not hide it. */
    public static PlantedSecret latin(String field) {
        return new PlantedSecret(field, "zq" + letters(LATIN, 16));
    }

    /** A word that no single-byte encoding can write, so that escapes are really exercised. */
    public static PlantedSecret japanese(String field) {
        return new PlantedSecret(field, letters(KANJI, 14));
    }

    private static String letters(String alphabet, int count) {
        StringBuilder word = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            word.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
