package org.hikeshi.events;

import java.text.Normalizer;
import java.util.Optional;

/** Crockford characters and the check character of ISO/IEC 7064's hybrid scheme with M = 32. */
final class CheckedCode {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int M = 32;

    private CheckedCode() {}

    /** The character that makes {@code body} and itself pass {@link #fits}. */
    static char checkCharacter(String body) {
        return ALPHABET.charAt((M + 1 - product(body)) % M);
    }

    /** Whether the last character is the check character of those before it. */
    static boolean fits(String code) {
        int last = code.length() - 1;
        return last > 0 && code.charAt(last) == checkCharacter(code.substring(0, last));
    }

    /** P of ISO/IEC 7064 §8 after all characters: between 1 and M. */
    private static int product(String body) {
        int product = M;
        for (char c : body.toCharArray()) {
            int sum = (product + ALPHABET.indexOf(c)) % M;
            product = (sum == 0 ? M : sum) * 2 % (M + 1);
        }
        return product;
    }

    /** What was meant: upper case, no gaps, look-alikes replaced; empty if it cannot be a code. */
    static Optional<String> forgive(String typed) {
        StringBuilder meant = new StringBuilder();
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
