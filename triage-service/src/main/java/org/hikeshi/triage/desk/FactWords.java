package org.hikeshi.triage.desk;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hikeshi.web.Page;

/** What a fact of the timeline says beside its name, in words of a page's language. */
record FactWords(Page page, ProductNames products) {

    /** One line; staff ids, public numbers and prose stand as they are. */
    String line(Map<String, String> detail) {
        return detail.entrySet().stream()
                .map(one -> word(one.getKey(), one.getValue()))
                .collect(Collectors.joining(" · "));
    }

    private String word(String name, String value) {
        return switch (name) {
            case "product" -> products.of(value);
            case "severity", "provisional" -> known("web.severity", value);
            case "priority" -> known("desk.priority-level", value.toUpperCase(Locale.ROOT));
            case "clock" -> known("desk.clock", value);
            case "milestone" -> known("desk.milestone", value);
            case "mark", "decision" -> known("desk.choice", value);
            case "reason", "template", "finding", "verdict", "channel", "kind", "purpose" ->
                    known("desk." + name, value);
            case "told", "unreachable" -> page.say("desk." + name, value);
            case "due", "newDue", "date", "until" -> moment(value);
            default -> value;
        };
    }

    private String known(String group, String value) {
        return page.words().knows(group + "." + value) ? page.word(group, value) : value;
    }

    private String moment(String value) {
        try {
            return page.due(Instant.parse(value));
        } catch (DateTimeParseException asItStands) {
            return value;
        }
    }
}
