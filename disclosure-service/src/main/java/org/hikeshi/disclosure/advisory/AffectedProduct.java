package org.hikeshi.disclosure.advisory;

import org.hikeshi.events.ModelName;

/**
 * One product as the public page lists it.
 *
 * @param productId of the catalogue, empty if it is not there
 * @param product public name of the product line
 * @param model what stands on the label; empty for all models of the line
 * @param versions which ones are meant, such as {@code < 2.4.1}
 * @param fixed the first version with the remedy, empty while there is none
 */
public record AffectedProduct(
        String productId,
        String product,
        String model,
        String versions,
        String fixed,
        ProductStanding standing) {

    /** How the row reads as one name. */
    public String name() {
        return ModelName.called(product, model);
    }
}
