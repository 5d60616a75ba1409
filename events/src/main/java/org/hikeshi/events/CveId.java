package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A CVE id, for instance {@code CVE-2026-12345}. */
public record CveId(String value) {

    private static final Pattern FORM = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");

    public CveId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a CVE id is CVE-year-number");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CveId parse(String text) {
        return new CveId(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
