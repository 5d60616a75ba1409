package org.hikeshi.web;

import io.quarkus.qute.TemplateData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form as the visitor left it: every value, and what could not be taken. Nothing a person typed
 * is thrown away, so a failed form is shown again from this.
 *
 * @param values by field name; several for checkboxes
 */
@TemplateData
public record Filled(Map<String, List<String>> values, List<FieldError> errors) {

    public Filled {
        values = Map.copyOf(values);
        errors = List.copyOf(errors);
    }

    public static Filled empty() {
        return new Filled(Map.of(), List.of());
    }

    public static Filled with(Map<String, String> single, List<FieldError> errors) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        single.forEach((name, value) -> values.put(name, List.of(value)));
        return new Filled(values, errors);
    }

    /** The first value, empty if there is none. */
    public String value(String field) {
        return values.getOrDefault(field, List.of()).stream().findFirst().orElse("");
    }

    public boolean holds(String field, String value) {
        return values.getOrDefault(field, List.of()).contains(value);
    }

    public boolean failed() {
        return !errors.isEmpty();
    }

    public boolean failed(String field) {
        return errors.stream().anyMatch(error -> error.field().equals(field));
    }

    /** What is wrong with a field, in words; empty if nothing. */
    public String error(String field, Page page) {
        return errors.stream()
                .filter(error -> error.field().equals(field))
                .map(error -> error.message(page.words(), page.language()))
                .findFirst()
                .orElse("");
    }

    /** The one error of a field. */
    public Optional<FieldError> of(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).findFirst();
    }
}
