package org.hikeshi.release.catalogue;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.hikeshi.release.Actor;

/**
 * A product as its pages show it to one person.
 *
 * @param supportEnds empty if no end was announced
 * @param mayChange whether the person keeps the catalogue
 * @param mayAddVersion whether the person may say that a version was shipped
 * @param seesUnits whether the person may see whose units they are (Z-conf)
 */
@TemplateData
public record ProductShown(
        String id,
        int revision,
        String name,
        List<String> models,
        List<String> versions,
        String supportEnds,
        List<String> developers,
        long units,
        boolean mayChange,
        boolean mayAddVersion,
        boolean seesUnits) {

    static ProductShown of(Product product, long units, Actor actor) {
        return new ProductShown(
                product.id().toString(),
                product.revision(),
                product.name(),
                product.models(),
                product.versions(),
                product.supportEnds() == null ? "" : product.supportEnds().toString(),
                product.developers(),
                units,
                actor.isOneOf(CatalogueRoles.KEEPS),
                CatalogueRoles.ships(actor, product),
                actor.isOneOf(CatalogueRoles.SEES_UNITS));
    }
}
