package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reporter quotes: {@code R-XXXX-XXXX-C}, eight random Crockford characters and a check
 * character of ISO/IEC 7064's hybrid scheme with M = 32. 40 random bits, easy to read over the
 * telephone; it opens nothing without the access key.
 */
public record TrackingCode(String value) {

    private static final Pattern FORM =
            Pattern.compile("R-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]");
    private static final int RANDOM_CHARACTERS = 8;
    private static final int LONGEST_TYPED = 64;

    public TrackingCode {
        if (!FORM.matcher(value).matches() || !CheckedCode.fits(bare(value))) {
            throw new IllegalArgumentException(
                    "a tracking code is R-XXXX-XXXX-C with a fitting check character");
        }
    }

    /** A new random code. The caller must see to it that it is not taken: 2⁴⁰ are not endless. */
    public static TrackingCode generate(SecureRandom random) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            body.append(CheckedCode.ALPHABET.charAt(random.nextInt(32)));
        }
        return ofBare(body.append(CheckedCode.checkCharacter(body.toString())).toString());
    }

    /** The exact form only, as events and stores hold it. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TrackingCode of(String exact) {
        return new TrackingCode(exact);
    }

    /**
     * What a person typed: case, spaces, hyphens, full-width forms and look-alikes (O for 0, I and
     * L for 1) are forgiven, also a missing {@code R}. Empty if it is no code or the check
     * character does not fit.
     */
    public static Optional<TrackingCode> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        return CheckedCode.forgive(typed)
                .map(TrackingCode::withoutR)
                .filter(bare -> bare.length() == RANDOM_CHARACTERS + 1)
                .filter(CheckedCode::fits)
                .map(TrackingCode::ofBare);
    }

    private static String withoutR(String meant) {
        return meant.length() == RANDOM_CHARACTERS + 2 && meant.startsWith("R")
                ? meant.substring(1)
                : meant;
    }

    private static TrackingCode ofBare(String bare) {
        return new TrackingCode(
                "R-" + bare.substring(0, 4) + "-" + bare.substring(4, 8) + "-" + bare.charAt(8));
    }

    private static String bare(String exact) {
        return exact.substring(2).replace("-", "");
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
