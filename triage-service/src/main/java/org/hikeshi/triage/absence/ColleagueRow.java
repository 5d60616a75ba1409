package org.hikeshi.triage.absence;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** Somebody who came to the desk. */
@Entity
@Table(name = "colleague")
@NullUnmarked // filled by Hibernate
class ColleagueRow {
    @Id String staff;

    /** With spaces between them. */
    String roles;

    @Column(name = "seen_at")
    Instant seenAt;
}
