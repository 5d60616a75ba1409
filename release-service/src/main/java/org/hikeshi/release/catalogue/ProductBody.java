package org.hikeshi.release.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hikeshi.events.ModelName;
import org.hikeshi.events.PublicName;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.Version;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * A product as it is sent.
 *
 * @param name 1 to 80 characters
 * @param models 1 to 100, each up to 40 letters, digits and {@code . _ -}
 * @param versions up to 500; may be left out
 * @param supportEnds {@code 2030-12-31}
 * @param developers staff ids of those who mend it
 */
@RegisterForReflection
public record ProductBody(
        @Nullable String name,
        @Nullable List<String> models,
        @Nullable List<String> versions,
        @Nullable String supportEnds,
        @Nullable List<String> developers) {
    private static final int MOST_MODELS = 100;
    private static final int MOST_VERSIONS = 500;
    private static final int MOST_DEVELOPERS = 50;

    /** What is wrong with it, field by field. */
    List<FieldError> errors() {
        List<FieldError> errors = new ArrayList<>();
        if (name == null || !holds(name, PublicName::new)) {
            errors.add(FieldError.at("/name", "product-name"));
        }
        if (models == null || models.isEmpty()) {
            errors.add(FieldError.at("/models", "models-missing"));
        }
        each(errors, "/models", models, MOST_MODELS, "model-name", ModelName::new);
        each(errors, "/versions", versions, MOST_VERSIONS, "version", Version::new);
        each(errors, "/developers", developers, MOST_DEVELOPERS, "staff-id", StaffId::new);
        if (supportEnds != null && date(supportEnds).isEmpty()) {
            errors.add(FieldError.at("/supportEnds", "date"));
        }
        return errors;
    }

    private static void each(
            List<FieldError> errors,
            String pointer,
            @Nullable List<String> values,
            int most,
            String code,
            Consumer<String> reader) {
        if (values == null) {
            return;
        }
        if (values.size() > most) {
            errors.add(FieldError.at(pointer, "too-many", most));
        }
        if (new HashSet<>(values).size() < values.size()) {
            errors.add(FieldError.at(pointer, "twice"));
        }
        for (int at = 0; at < values.size(); at++) {
            String value = values.get(at);
            if (value == null || !holds(value, reader)) {
                errors.add(FieldError.at(pointer + "/" + at, code));
            }
        }
    }

    static boolean holds(String value, Consumer<String> reader) {
        try {
            reader.accept(value);
            return true;
        } catch (IllegalArgumentException other) {
            return false;
        }
    }

    static Optional<LocalDate> date(@Nullable String text) {
        try {
            return Optional.ofNullable(text).map(LocalDate::parse);
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    /** With the versions it has, where they are not asked for. */
    ProductBody keeping(List<String> shipped) {
        return new ProductBody(name, models, shipped, supportEnds, developers);
    }

    /** To be asked only without {@link #errors}. */
    Product product(UUID id, int revision) {
        List<String> sorted = new ArrayList<>(versions == null ? List.of() : versions);
        sorted.sort(VersionOrder.OLDEST_FIRST);
        return new Product(
                id,
                revision,
                name == null ? "" : name,
                models == null ? List.of() : models,
                sorted,
                date(supportEnds).orElse(null),
                developers == null ? List.of() : developers);
    }
}
