package org.hikeshi.intake.earlier;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** The record's own fields, each read once; what cannot be taken is noted at its place. */
final class RecordFields {

    private static final List<String> NAMES =
            List.of(
                    "number",
                    "source",
                    "receivedAt",
                    "confirmedAt",
                    "scoredAt",
                    "severity",
                    "fixedAt",
                    "publishedAt",
                    "closedAt",
                    "closure",
                    "report");

    private final RecordRow row;
    private final ZoneId zone;
    private final List<FieldError> errors;

    /**
     * @param zone in which a day that is given alone begins
     */
    RecordFields(RecordRow row, ZoneId zone, List<FieldError> errors) {
        this.row = row;
        this.zone = zone;
        this.errors = errors;
        row.record()
                .fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!NAMES.contains(name)) {
                                errors.add(fault(name, "unknown-field").accepting(NAMES));
                            }
                        });
    }

    @Nullable String text(String name) {
        JsonNode value = row.record().get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            complain(name, "wrong-type");
            return null;
        }
        return value.textValue().isBlank() ? null : value.textValue();
    }

    /** A day alone is its beginning. */
    @Nullable Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant at =
                    text.length() == "2026-12-01".length()
                            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                            : OffsetDateTime.parse(text).toInstant();
            return at.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            complain(name, "not-a-moment");
            return null;
        }
    }

    /** A constant by its written name, {@code not-reproducible}. */
    <E extends Enum<E>> @Nullable E word(String name, List<E> values) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        for (E value : values) {
            if (written(value).equals(text)) {
                return value;
            }
        }
        List<String> all = values.stream().map(RecordFields::written).toList();
        errors.add(fault(name, "not-one-of", String.join(", ", all)).accepting(all));
        return null;
    }

    /** Notes that a field is missing, unless something else is wrong with it. */
    void need(String name, @Nullable Object read) {
        JsonNode value = row.record().get(name);
        boolean given = value != null && !value.isNull() && !value.asText("x").isBlank();
        if (read == null && !given) {
            complain(name, "required");
        }
    }

    void complain(String name, String code, Object... arguments) {
        errors.add(fault(name, code, arguments));
    }

    private FieldError fault(String name, String code, Object... arguments) {
        return FieldError.at(row.place().apply("/" + name), code, arguments);
    }

    /** What may be said: all constants but the one that is only read. */
    static <E extends Enum<E>> List<E> but(E[] values, E never) {
        return Arrays.stream(values).filter(one -> one != never).toList();
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
