package org.hikeshi.events;

/**
 * A fact about one product, on {@code product-catalogue}. The topic is compacted, so each event is
 * the whole state of its product; it is public knowledge and may hold a public name.
 */
public sealed interface CatalogueEvent extends SaidEvent permits ProductChanged {}
