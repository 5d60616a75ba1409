package org.hikeshi.release.catalogue;

import java.util.List;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * Units as people type or paste them: one per line, {@code model, serial, version, customer, end of
 * support}, the last two if they are known. Commas or tabs; empty lines count for nothing.
 */
final class UnitLines {
    private static final int MODEL = 0;
    private static final int SERIAL = 1;
    private static final int VERSION = 2;
    private static final int CUSTOMER = 3;
    private static final int SUPPORT = 4;
    private static final int COLUMNS = 5;

    private final List<String> lines;

    UnitLines(String text) {
        this.lines = text.lines().filter(line -> !line.isBlank()).toList();
    }

    /** As the API takes them. */
    UnitsBody body() {
        return new UnitsBody(lines.stream().map(UnitLines::unit).toList());
    }

    private static UnitsBody.UnitBody unit(String line) {
        String[] columns = line.split("[,\\t]", COLUMNS);
        return new UnitsBody.UnitBody(
                column(columns, SERIAL),
                column(columns, MODEL),
                column(columns, VERSION),
                column(columns, CUSTOMER),
                column(columns, SUPPORT));
    }

    private static @Nullable String column(String[] columns, int at) {
        String value = at < columns.length ? columns[at].strip() : "";
        return value.isEmpty() ? null : value;
    }

    /**
     * What is wrong, as errors of the one field, each with its line. Numbers count from 1 and do
     * not count empty lines.
     */
    static List<FieldError> fields(String field, List<FieldError> errors) {
        return errors.stream().map(error -> inLine(field, error)).toList();
    }

    private static FieldError inLine(String field, FieldError error) {
        String[] steps = error.pointer().split("/");
        return steps.length < 3
                ? error.movedTo("/" + field)
                : FieldError.at(
                        "/" + field, "line-" + error.code(), Integer.parseInt(steps[2]) + 1);
    }
}
