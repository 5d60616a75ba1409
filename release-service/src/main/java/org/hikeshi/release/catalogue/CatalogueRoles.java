package org.hikeshi.release.catalogue;

import java.util.Set;
import org.hikeshi.release.Actor;

/** Who may what in the catalogue; a customer list is confidential (Z-conf). */
final class CatalogueRoles {
    static final String OFFICE = "security-office";
    static final String DEVELOPER = "developer";
    static final String COMMUNICATIONS = "communications";

    /** Adds and changes product lines. */
    static final Set<String> KEEPS = Set.of(OFFICE);

    /** Enters units and whose they are. */
    static final Set<String> ENTERS_UNITS = Set.of(OFFICE, COMMUNICATIONS);

    static final Set<String> SEES_UNITS =
            Set.of(OFFICE, "ciso", COMMUNICATIONS, "it-operations", "auditor");

    private CatalogueRoles() {}

    /** Says that a version was shipped: who keeps the catalogue, and developers of the product. */
    static boolean ships(Actor actor, Product product) {
        return actor.is(OFFICE)
                || actor.is(DEVELOPER) && product.developers().contains(actor.staff());
    }
}
