package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name under which a product is sold: 1 to 80 characters of any script, none of them a control
 * character, no space at either end. Public; only on {@code product-catalogue}.
 */
public record PublicName(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "[^\\u0000-\\u0020\\u007f-\\u00a0\\u2028\\u2029\\u3000](?:[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029]{0,78}[^\\u0000-\\u0020\\u007f-\\u00a0\\u2028\\u2029\\u3000])?");

    public PublicName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a public name has 1 to 80 printable characters without space at its ends");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PublicName parse(String text) {
        return new PublicName(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
