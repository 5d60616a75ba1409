package org.hikeshi.release.artifact;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** How a file is remembered; the bytes are in the store. */
@Entity
@Table(name = "artifact")
@IdClass(ArtifactRow.Key.class)
@NullUnmarked // filled by Hibernate
class ArtifactRow {
    @Id
    @Column(name = "remediation_id")
    UUID remediation;

    @Id String model;
    @Id String version;
    String suffix;
    String sha256;
    String sha1;
    String md5;
    long size;

    @Column(name = "uploaded_by")
    String uploadedBy;

    @Column(name = "uploaded_at")
    Instant uploadedAt;

    byte[] manifest;

    record Key(UUID remediation, String model, String version) {}

    ArtifactFile file() {
        return new ArtifactFile(
                remediation,
                model,
                version,
                suffix,
                sha256,
                sha1,
                md5,
                size,
                uploadedBy,
                uploadedAt);
    }

    void set(ArtifactFile file) {
        suffix = file.suffix();
        sha256 = file.sha256();
        sha1 = file.sha1();
        md5 = file.md5();
        size = file.size();
        uploadedBy = file.uploadedBy();
        uploadedAt = file.uploadedAt();
        manifest = null;
    }
}
