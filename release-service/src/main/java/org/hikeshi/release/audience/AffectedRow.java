package org.hikeshi.release.audience;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One affected range of a product in a case. */
@Entity
@Table(name = "affected_range")
@IdClass(AffectedRow.Key.class)
@NullUnmarked // filled by Hibernate
class AffectedRow {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Id
    @Column(name = "product_id")
    UUID product;

    @Id int position;

    String versions;

    record Key(UUID caseId, UUID product, int position) {}
}
