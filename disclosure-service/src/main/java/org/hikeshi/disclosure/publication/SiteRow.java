package org.hikeshi.disclosure.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** The one row of the public site: whoever changes its files holds it. */
@Entity
@Table(name = "site")
@NullUnmarked // filled by Hibernate
class SiteRow {
    static final int ONLY = 1;

    @Id int id;
    long generation;

    @Column(name = "built_at")
    Instant builtAt;
}
