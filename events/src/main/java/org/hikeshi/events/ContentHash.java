package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** SHA-256 of the canonical content that was approved, in lower-case hex. */
public record ContentHash(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ContentHash {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a content hash is 64 lower-case hexadecimal digits");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ContentHash parse(String text) {
        return new ContentHash(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
