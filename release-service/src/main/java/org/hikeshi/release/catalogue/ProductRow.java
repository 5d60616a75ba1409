package org.hikeshi.release.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A product line as it stands; its models are rows of their own, unique in the house. */
@Entity
@Table(name = "product")
@NullUnmarked // filled by Hibernate
class ProductRow {
    @Id
    @Column(name = "product_id")
    UUID id;

    int revision;
    String name;
    List<String> versions;
    List<String> developers;

    @Column(name = "support_ends")
    LocalDate supportEnds;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    Product product(List<String> models) {
        return new Product(id, revision, name, models, versions, supportEnds, developers);
    }
}
