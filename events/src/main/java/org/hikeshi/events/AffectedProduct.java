package org.hikeshi.events;

import java.util.Objects;

/**
 * A product with the versions that have a vulnerability.
 *
 * @param product the product
 * @param versions which of its versions
 */
public record AffectedProduct(ProductId product, VersionRange versions) {

    public AffectedProduct {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(versions, "versions");
    }
}
