package org.hikeshi.disclosure.date;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The answer of one reporter. */
@Entity
@Table(name = "date_answer")
@IdClass(DateAnswerRow.Key.class)
@NullUnmarked // filled by Hibernate
class DateAnswerRow {
    record Key(UUID proposalId, UUID reportId) implements Serializable {}

    @Id
    @Column(name = "proposal_id")
    UUID proposalId;

    @Id
    @Column(name = "report_id")
    UUID reportId;

    boolean accepted;
    Instant countered;
    Instant at;
}
