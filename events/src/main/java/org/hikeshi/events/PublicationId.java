package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Public id of an advisory or notice: the policy's prefix, SA or SN, year, four random Crockford
 * characters. For instance {@code EX-SA-2026-7K3M}.
 */
public record PublicationId(String value) {

    private static final Pattern FORM =
            Pattern.compile("[A-Z][A-Z0-9]{0,9}-S[AN]-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{4}");

    public PublicationId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a publication id is PREFIX-SA-year-XXXX or PREFIX-SN-year-XXXX");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PublicationId parse(String text) {
        return new PublicationId(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
