package org.hikeshi.release.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A model of one product line. */
@Entity
@Table(name = "product_model")
@NullUnmarked // filled by Hibernate
class ModelRow {
    @Id String model;

    @Column(name = "product_id")
    UUID product;

    int position;
}
