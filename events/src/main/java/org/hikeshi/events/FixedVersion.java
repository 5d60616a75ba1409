package org.hikeshi.events;

import java.util.Objects;

/**
 * The version of a product in which a remediation is.
 *
 * @param product the product
 * @param version the version
 */
public record FixedVersion(ProductId product, Version version) {

    public FixedVersion {
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(version, "version");
    }
}
