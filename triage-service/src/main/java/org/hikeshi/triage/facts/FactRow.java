package org.hikeshi.triage.facts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One fact as it is stored. */
@Entity
@Table(name = "case_fact")
@NullUnmarked // filled by Hibernate
class FactRow {
    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String kind;
    Instant at;
    String value;
}
