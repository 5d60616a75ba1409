/**
 * The catalogue: product lines with their models, versions, end of support and developers, and the
 * units in the field with the customer each belongs to.
 *
 * <p>Every change of a product is said in full as {@code product-changed} on the compacted topic
 * {@code product-catalogue}, in the transaction of the change, so that the other services know
 * names and support dates without asking. Units stay here: which customer has which device is
 * nobody else's business, and only their opaque customer ids leave, for a case that affects them. A
 * version that a unit reports is kept as it came; comparing versions is {@link
 * org.hikeshi.release.catalogue.VersionOrder}'s.
 */
@NullMarked
package org.hikeshi.release.catalogue;

import org.jspecify.annotations.NullMarked;
