package org.hikeshi.trust;

import java.text.Normalizer;
import java.util.Optional;

/**
 * Crockford's base 32: digits and letters without I, L, O and U, made to be read aloud and typed.
 * On reading, case, spaces and hyphens are forgiven, full-width forms too, and O counts as 0, I and
 * L as 1.
 */
public final class Crockford {

    /** The 32 characters by value. */
    public static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int MAX_INPUT = 256;

    private Crockford() {}

    /** The first {@code bits} bits, most significant first, five to a character. */
    public static String encode(byte[] bytes, int bits) {
        if (bits % 5 != 0 || bits > bytes.length * 8) {
            throw new IllegalArgumentException("a multiple of five bits that are there");
        }
        StringBuilder text = new StringBuilder(bits / 5);
        for (int at = 0; at < bits; at += 5) {
            int value = 0;
            for (int bit = at; bit < at + 5; bit++) {
                value = value << 1 | (bytes[bit / 8] >> (7 - bit % 8) & 1);
            }
            text.append(ALPHABET.charAt(value));
        }
        return text.toString();
    }

    /** What was meant, in the alphabet only; empty if a character cannot have been meant. */
    public static Optional<String> forgive(String typed) {
        if (typed.length() > MAX_INPUT) {
            return Optional.empty();
        }
        StringBuilder meant = new StringBuilder(typed.length());
        for (char c : Normalizer.normalize(typed, Normalizer.Form.NFKC).toCharArray()) {
            char plain = lookAlike(c);
            if (ALPHABET.indexOf(plain) >= 0) {
                meant.append(plain);
            } else if (!isGap(c)) {
                return Optional.empty();
            }
        }
        return Optional.of(meant.toString());
    }

    private static char lookAlike(char c) {
        char upper = c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c;
        return switch (upper) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> upper;
        };
    }

    private static boolean isGap(char c) {
        return Character.isWhitespace(c)
                || Character.getType(c) == Character.SPACE_SEPARATOR
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || c == '\u2212';
    }
}
