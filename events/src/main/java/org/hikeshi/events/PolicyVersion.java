package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number of a version of the policy, for instance {@code 1.0} or {@code 2026-04}: up to 20
 * letters, digits, dots and hyphens, the first a letter or digit. The vendor chooses it in the
 * policy file; no reporter can put a word into it.
 */
public record PolicyVersion(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,19}");

    public PolicyVersion {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a policy version has up to 20 letters, digits, dots and hyphens");
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
