package org.hikeshi.release.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hikeshi.events.CaseId;

/** Products and units in the database. Inside the caller's transaction. */
@ApplicationScoped
public class Catalogue {
    private static final String IN_CAMPAIGNS =
            """
            SELECT DISTINCT unit.* FROM unit
              JOIN campaign_unit USING (model, serial)
              JOIN campaign USING (campaign_id)
              JOIN remediation USING (remediation_id)
             WHERE remediation.case_id = :case
            """;

    private final Products products;
    private final Models models;
    private final Units units;

    Catalogue(Products products, Models models, Units units) {
        this.products = products;
        this.models = models;
        this.units = units;
    }

    public Optional<Product> product(UUID id) {
        return products.findByIdOptional(id).map(row -> row.product(modelsOf(id)));
    }

    /** Also locks the product until the transaction ends. */
    Optional<Product> lock(UUID id) {
        return products.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .map(row -> row.product(modelsOf(id)));
    }

    /** All products, by name. */
    public List<Product> products() {
        Map<UUID, List<String>> names =
                models.list("order by position").stream()
                        .collect(
                                Collectors.groupingBy(
                                        row -> row.product,
                                        Collectors.mapping(row -> row.model, Collectors.toList())));
        return products.list("order by name, id").stream()
                .map(row -> row.product(names.getOrDefault(row.id, List.of())))
                .toList();
    }

    /** The product line a model belongs to. */
    public Optional<Product> ofModel(String model) {
        return models.findByIdOptional(model).flatMap(row -> product(row.product));
    }

    /** Models among these that belong to another product. */
    List<String> taken(Collection<String> names, UUID by) {
        return models.list("model in ?1 and product <> ?2 order by model", names, by).stream()
                .map(row -> row.model)
                .toList();
    }

    /** Models of a product that units in the field have. */
    List<String> inField(UUID product) {
        return units.find("select distinct u.model from UnitRow u where u.product = ?1", product)
                .project(String.class)
                .list();
    }

    /** Writes the product as it is to be from now on. */
    void put(Product product, String by, Instant at) {
        ProductRow row = products.findById(product.id());
        boolean isNew = row == null;
        if (isNew) {
            row = new ProductRow();
            row.id = product.id();
        }
        row.revision = product.revision();
        row.name = product.name();
        row.versions = product.versions();
        row.developers = product.developers();
        row.supportEnds = product.supportEnds();
        row.changedBy = by;
        row.changedAt = at;
        if (isNew) {
            products.persistAndFlush(row);
        }
        putModels(product);
    }

    private void putModels(Product product) {
        models.delete("product = ?1 and model not in ?2", product.id(), product.models());
        for (int at = 0; at < product.models().size(); at++) {
            ModelRow row = models.findById(product.models().get(at));
            if (row == null) {
                row = new ModelRow();
                row.model = product.models().get(at);
                row.product = product.id();
                row.position = at;
                models.persist(row);
            }
            row.position = at;
        }
    }

    /** Who changed the product last. */
    Optional<Changed> changed(UUID id) {
        return products.findByIdOptional(id).map(row -> new Changed(row.changedBy, row.changedAt));
    }

    record Changed(String by, Instant at) {}

    /** Adds units, or writes over those that are known by model and serial. */
    void putUnits(List<Unit> all, Instant at) {
        for (Unit unit : all) {
            UnitRow row = units.findById(new UnitRow.Key(unit.model(), unit.serial()));
            boolean isNew = row == null;
            if (isNew) {
                row = new UnitRow();
                row.model = unit.model();
                row.serial = unit.serial();
            }
            row.product = unit.product();
            row.version = unit.version();
            row.customerId = unit.customerId();
            row.supportEnds = unit.supportEnds();
            row.changedAt = at;
            if (isNew) {
                units.persist(row);
            }
        }
    }

    /** Units of a product after the one named, by model and serial. */
    List<Unit> units(UUID product, String afterModel, String afterSerial, int most) {
        return units
                .find(
                        "product = ?1 and (model > ?2 or (model = ?2 and serial > ?3))"
                                + " order by model, serial",
                        product,
                        afterModel,
                        afterSerial)
                .page(0, most)
                .stream()
                .map(UnitRow::unit)
                .toList();
    }

    /** All units of some products. */
    public List<Unit> units(Collection<UUID> ofProducts) {
        return units.list("product in ?1", ofProducts).stream().map(UnitRow::unit).toList();
    }

    /** Units that a campaign of the case brings a remedy to, or has brought one. */
    public List<Unit> unitsInCampaignsOf(CaseId caseId) {
        return units
                .getEntityManager()
                .createNativeQuery(IN_CAMPAIGNS, UnitRow.class)
                .setParameter("case", caseId.value())
                .getResultList()
                .stream()
                .map(row -> ((UnitRow) row).unit())
                .toList();
    }

    /** One unit. */
    public Optional<Unit> unit(String model, String serial) {
        return units.findByIdOptional(new UnitRow.Key(model, serial)).map(UnitRow::unit);
    }

    /** How many units a product has in the field. */
    public long unitCount(UUID product) {
        return units.count("product", product);
    }

    private List<String> modelsOf(UUID product) {
        return models.list("product = ?1 order by position", product).stream()
                .map(row -> row.model)
                .toList();
    }

    @ApplicationScoped
    static class Products implements PanacheRepositoryBase<ProductRow, UUID> {}

    @ApplicationScoped
    static class Models implements PanacheRepositoryBase<ModelRow, String> {}

    @ApplicationScoped
    static class Units implements PanacheRepositoryBase<UnitRow, UnitRow.Key> {}
}
