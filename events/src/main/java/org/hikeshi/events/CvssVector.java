package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * A CVSS v3.1 vector. Its shape only: that each metric occurs once with a value it may have is
 * checked by triage, which scores it.
 */
public record CvssVector(String value) {

    private static final Pattern FORM = Pattern.compile("CVSS:3\\.1(?:/[A-Z]{1,3}:[A-Z]){8,22}");

    public CvssVector {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a CVSS v3.1 vector starts with CVSS:3.1 and has eight to 22 metrics");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CvssVector parse(String text) {
        return new CvssVector(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
