package org.hikeshi.release.artifact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One model and version that is offered, and the remediation whose file it is. */
@Entity
@Table(name = "released_artifact")
@IdClass(ReleasedRow.Key.class)
@NullUnmarked // filled by Hibernate
class ReleasedRow {
    @Id String model;
    @Id String version;

    @Column(name = "remediation_id")
    UUID remediation;

    @Column(name = "released_at")
    Instant releasedAt;

    record Key(String model, String version) {}
}
