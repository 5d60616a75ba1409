package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A version of a product, as its vendor counts: up to 40 letters, digits, dots, hyphens,
 * underscores and plus signs, at least one digit.
 */
public record Version(String value) {

    private static final Pattern FORM =
            Pattern.compile("(?=[A-Za-z._+-]*[0-9])[0-9A-Za-z][0-9A-Za-z._+-]{0,39}");

    public Version {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a version has up to 40 letters, digits and . _ + -, a digit among them");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Version parse(String text) {
        return new Version(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
