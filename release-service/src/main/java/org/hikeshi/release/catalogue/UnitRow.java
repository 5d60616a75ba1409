package org.hikeshi.release.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One device in the field. */
@Entity
@Table(name = "unit")
@IdClass(UnitRow.Key.class)
@NullUnmarked // filled by Hibernate
class UnitRow {
    @Id String model;
    @Id String serial;

    @Column(name = "product_id")
    UUID product;

    String version;

    @Column(name = "customer_id")
    String customerId;

    @Column(name = "support_ends")
    LocalDate supportEnds;

    @Column(name = "changed_at")
    Instant changedAt;

    record Key(String model, String serial) {}

    Unit unit() {
        return new Unit(product, serial, model, version, customerId, supportEnds);
    }
}
