package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Opaque id of a member of staff: up to 63 lower-case letters, digits and hyphens. Names and
 * addresses live in the notifier only.
 */
public record StaffId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    public StaffId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a staff id has up to 63 lower-case letters, digits and hyphens");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StaffId parse(String text) {
        return new StaffId(text);
    }

    @Override
    @JsonValue
    public String toString() {
        return value;
    }
}
