package org.hikeshi.triage.desk;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.hikeshi.triage.assessment.ToldText;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form. */
record Given(Map<String, List<String>> values) {

    /** Stripped; empty if there is none. */
    String text(String name) {
        return values.getOrDefault(name, List.of()).stream().findFirst().orElse("").strip();
    }

    /** Null if nothing was typed. */
    @Nullable String orNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    int number(String name) {
        String text = text(name);
        return text.matches("[0-9]{1,8}") ? Integer.parseInt(text) : 0;
    }

    /** A date and time of the policy's zone; null if there is none, or none that can be read. */
    @Nullable Instant instant(String name, ZoneId zone) {
        try {
            return LocalDateTime.parse(text(name)).atZone(zone).toInstant();
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    /** The Japanese text under a name and the English one beside it. */
    ToldText told(String name) {
        return ToldText.of(text(name), text(name + "En"));
    }
}
