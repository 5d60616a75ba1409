package org.hikeshi.release.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CatalogueEvents;
import org.hikeshi.events.ModelName;
import org.hikeshi.events.ProductChanged;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.PublicName;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.Version;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Actor;
import org.hikeshi.trust.AuditEntry;

/** Adds and changes product lines; each change is said in full in the transaction that makes it. */
@ApplicationScoped
public class ChangingProduct {
    private final Transactions transactions;
    private final Catalogue catalogue;
    private final CatalogueEvents events;
    private final AuditLog audit;
    private final Clock clock;

    ChangingProduct(
            Transactions transactions,
            Catalogue catalogue,
            CatalogueEvents events,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.catalogue = catalogue;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** How a change ended. */
    sealed interface Change {
        record Made(Product product) implements Change {}

        record Absent() implements Change {}

        record Stale(String by, Instant at) implements Change {}

        /** These models belong to another product. */
        record ModelsTaken(List<String> models) implements Change {}

        /** These models have units in the field. */
        record ModelsInField(List<String> models) implements Change {}
    }

    Change add(Product product, Actor actor) {
        return transactions.inTransaction(connection -> write(connection, product, actor));
    }

    Change change(Product wanted, int seenRevision, Actor actor) {
        return transactions.inTransaction(
                connection -> {
                    Optional<Product> known = catalogue.lock(wanted.id());
                    if (known.isEmpty()) {
                        return new Change.Absent();
                    }
                    if (known.get().revision() != seenRevision) {
                        Catalogue.Changed last = catalogue.changed(wanted.id()).orElseThrow();
                        return new Change.Stale(last.by(), last.at());
                    }
                    List<String> lost = new ArrayList<>(catalogue.inField(wanted.id()));
                    lost.removeAll(wanted.models());
                    return lost.isEmpty()
                            ? write(connection, wanted, actor)
                            : new Change.ModelsInField(lost);
                });
    }

    private Change write(Connection connection, Product product, Actor actor) throws SQLException {
        List<String> taken = catalogue.taken(product.models(), product.id());
        if (!taken.isEmpty()) {
            return new Change.ModelsTaken(taken);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        put(connection, product, actor, now);
        return new Change.Made(product);
    }

    private void put(Connection connection, Product product, Actor actor, Instant now)
            throws SQLException {
        catalogue.put(product, actor.staff(), now);
        audit.record(
                connection,
                AuditEntry.of(actor.staff(), "product-changed", product.id().toString(), now));
        events.say(connection, fact(product));
    }

    /** Adds a version; nothing happens if the product has it. */
    Optional<Product> addVersion(UUID id, String version, Actor actor) {
        return transactions.inTransaction(
                connection -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    shipped(connection, id, version, actor, now);
                    return catalogue.product(id);
                });
    }

    /** A product has this version from now on; in the caller's transaction. */
    public void shipped(Connection connection, UUID id, String version, Actor actor, Instant now)
            throws SQLException {
        Optional<Product> known = catalogue.lock(id);
        if (known.isEmpty() || known.get().versions().contains(version)) {
            return;
        }
        Product product = known.get();
        List<String> versions = new ArrayList<>(product.versions());
        versions.add(version);
        versions.sort(VersionOrder.OLDEST_FIRST);
        put(
                connection,
                new Product(
                        id,
                        product.revision() + 1,
                        product.name(),
                        product.models(),
                        versions,
                        product.supportEnds(),
                        product.developers()),
                actor,
                now);
    }

    /** Adds units or writes over known ones, all or none. */
    void putUnits(UUID product, List<Unit> units, Actor actor) {
        transactions.doInTransaction(
                connection -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    catalogue.putUnits(units, now);
                    audit.record(
                            connection,
                            AuditEntry.of(actor.staff(), "units-put", product.toString(), now));
                });
    }

    private static ProductChanged fact(Product product) {
        return new ProductChanged(
                new ProductId(product.id()),
                product.revision(),
                new PublicName(product.name()),
                product.models().stream().map(ModelName::new).toList(),
                product.versions().stream().map(Version::new).toList(),
                product.supportEnds(),
                product.developers().stream().map(StaffId::new).toList());
    }
}
