package org.hikeshi.triage.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One version of a text, sealed. */
@Entity
@Table(name = "case_text")
@NullUnmarked // filled by Hibernate
class TextRow {
    @Id UUID id;

    @Column(name = "case_id")
    UUID caseId;

    String kind;
    int revision;
    byte[] sealed;
    Instant at;

    @Column(name = "by_staff")
    String by;
}
