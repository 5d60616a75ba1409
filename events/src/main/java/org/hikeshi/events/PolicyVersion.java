package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number of a version of the policy, for instance {@code 1.0} or {@code 2026-04}: up to 32
 * characters, letters and digits in groups joined by a dot, hyphen or underscore.
 */
public record PolicyVersion(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]+(?:[._-][0-9A-Za-z]+)*");

    public PolicyVersion {
        if (value.length() > 32 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a policy version has up to 32 letters and digits, joined by . - or _");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PolicyVersion parse(String text) {
        return new PolicyVersion(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
