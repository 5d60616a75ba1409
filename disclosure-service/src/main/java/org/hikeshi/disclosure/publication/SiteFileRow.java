package org.hikeshi.disclosure.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** One public file. */
@Entity
@Table(name = "site_file")
@NullUnmarked // filled by Hibernate
class SiteFileRow {
    @Id String path;

    @Column(name = "media_type")
    String mediaType;

    String sha256;
    byte[] bytes;

    /** The generation in which it was last changed. */
    long generation;
}
