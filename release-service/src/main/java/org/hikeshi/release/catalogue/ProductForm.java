package org.hikeshi.release.catalogue;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.jspecify.annotations.Nullable;

/**
 * A product as its form has it: several values of one field stand on lines of their own, or between
 * commas.
 */
record ProductForm(MultivaluedMap<String, String> sent) {

    /** As the API takes it; what is empty is absent. */
    ProductBody body() {
        return new ProductBody(
                text("name"),
                list("models"),
                list("versions"),
                text("supportEnds"),
                list("developers"));
    }

    private @Nullable String text(String field) {
        String value = Optional.ofNullable(sent.getFirst(field)).orElse("").strip();
        return value.isEmpty() ? null : value;
    }

    private List<String> list(String field) {
        String value = text(field);
        return value == null
                ? List.of()
                : Arrays.stream(value.split("[,\\n\\r]+"))
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList();
    }

    /** What was typed and what is wrong with it. */
    Filled left(List<FieldError> errors) {
        return new Filled(sent, fields(errors));
    }

    /** Errors of an entry belong to the field that holds the list. */
    static List<FieldError> fields(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.movedTo("/" + error.pointer().split("/")[1]))
                .distinct()
                .toList();
    }

    /** What was left of another form on the page of a product. */
    static Filled under(Filled left, Product product) {
        Map<String, List<String>> values = new HashMap<>(of(product).values());
        values.putAll(left.values());
        return new Filled(values, left.errors());
    }

    /** The form of a product that is there. */
    static Filled of(Product product) {
        return Filled.with(
                Map.of(
                        "name",
                        product.name(),
                        "models",
                        String.join("\n", product.models()),
                        "supportEnds",
                        product.supportEnds() == null ? "" : product.supportEnds().toString(),
                        "developers",
                        String.join("\n", product.developers())),
                List.of());
    }
}
