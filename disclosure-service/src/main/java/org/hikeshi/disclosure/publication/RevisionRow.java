package org.hikeshi.disclosure.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One revision that is or was public. */
@Entity
@Table(name = "published_revision")
@IdClass(RevisionRow.Key.class)
@NullUnmarked // filled by Hibernate
class RevisionRow {
    record Key(UUID advisoryId, int revision) implements Serializable {}

    @Id
    @Column(name = "advisory_id")
    UUID advisoryId;

    @Id int revision;

    @Column(name = "public_id")
    String publicId;

    Instant at;
    String hash;
    byte[] content;
    boolean withdrawn;

    /** Why, by language tag: JSON. */
    String note;
}
