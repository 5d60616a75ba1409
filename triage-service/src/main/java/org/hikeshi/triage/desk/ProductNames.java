package org.hikeshi.triage.desk;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.hikeshi.events.ProductChanged;
import org.jspecify.annotations.Nullable;

/** What products are called; the id where the catalogue has not said it. */
record ProductNames(Map<String, String> names) {

    static ProductNames of(Collection<ProductChanged> catalogue) {
        return new ProductNames(
                catalogue.stream()
                        .collect(
                                Collectors.toMap(
                                        product -> product.id().toString(),
                                        product -> product.name().value())));
    }

    String of(@Nullable String productId) {
        return productId == null ? "" : names.getOrDefault(productId, productId);
    }
}
