package org.hikeshi.release.text;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A text that was approved once; never changed, never deleted. */
@Entity
@Table(name = "approved_text")
@NullUnmarked // filled by Hibernate
class ApprovedTextRow {
    @Id String hash;

    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "text_ja")
    String textJa;

    @Column(name = "text_en")
    String textEn;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;
}
