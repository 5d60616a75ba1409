package org.hikeshi.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Id of a report, minted by intake at receipt. */
public record ReportId(UUID value) {

    /** From the canonical form: 36 characters, lower case. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReportId parse(String text) {
        return new ReportId(CanonicalUuid.parse("a report id", text));
    }

    /** A new random one (version 4). */
    public static ReportId random() {
        return new ReportId(UUID.randomUUID());
    }

    @Override
    @JsonValue
    public String toString() {
        return value.toString();
    }
}
