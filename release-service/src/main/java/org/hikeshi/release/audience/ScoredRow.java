package org.hikeshi.release.audience;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The last scoring of a case. */
@Entity
@Table(name = "scored_case")
@NullUnmarked // filled by Hibernate
class ScoredRow {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    int revision;
    String severity;
}
