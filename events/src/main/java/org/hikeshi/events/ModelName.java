package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Name of a model as devices and download pages use it: up to 40 letters, digits, dots, hyphens and
 * underscores. Public; part of URLs.
 */
public record ModelName(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,39}");

    public ModelName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a model name has up to 40 letters, digits and . _ -");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ModelName parse(String text) {
        return new ModelName(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
