package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A weakness of the Common Weakness Enumeration, for instance {@code CWE-79}. */
public record Cwe(String value) {

    private static final Pattern FORM = Pattern.compile("CWE-[1-9][0-9]{0,5}");

    public Cwe {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a weakness is CWE-n");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Cwe parse(String text) {
        return new Cwe(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
