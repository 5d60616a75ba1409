package org.hikeshi.triage.absence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** What somebody announced last. */
@Entity
@Table(name = "absence")
@NullUnmarked // filled by Hibernate
class AbsenceRow {
    @Id String staff;
    String deputy;

    @Column(name = "away_from")
    Instant from;

    @Column(name = "away_until")
    Instant until;
}
