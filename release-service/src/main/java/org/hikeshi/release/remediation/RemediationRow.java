package org.hikeshi.release.remediation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hikeshi.policy.RemedyKind;
import org.jspecify.annotations.NullUnmarked;

/** How a remediation is stored: sealed prose, and facts from which its state is computed. */
@Entity
@Table(name = "remediation")
@NullUnmarked // filled by Hibernate
class RemediationRow {
    @Id
    @Column(name = "remediation_id")
    UUID id;

    @Column(name = "case_id")
    UUID caseId;

    @Enumerated(EnumType.STRING)
    RemedyKind kind;

    List<UUID> products;
    String version;

    @Column(name = "minimum_version")
    String minimumVersion;

    byte[] summary;

    @Column(name = "workaround_ja")
    byte[] workaroundJa;

    @Column(name = "workaround_en")
    byte[] workaroundEn;

    @Column(name = "content_hash")
    String contentHash;

    List<String> authors;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    @Column(name = "verified_hash")
    String verifiedHash;

    @Column(name = "verified_at")
    Instant verifiedAt;

    @Column(name = "released_by")
    String releasedBy;

    @Column(name = "released_at")
    Instant releasedAt;
}
