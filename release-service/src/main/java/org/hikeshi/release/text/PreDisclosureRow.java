package org.hikeshi.release.text;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The present text of a remediation; public by intention, so not sealed. */
@Entity
@Table(name = "pre_disclosure")
@NullUnmarked // filled by Hibernate
class PreDisclosureRow {
    @Id
    @Column(name = "remediation_id")
    UUID remediation;

    String hash;

    @Enumerated(EnumType.STRING)
    Urgency urgency;

    @Column(name = "how_ja")
    String howJa;

    @Column(name = "how_en")
    String howEn;

    @Column(name = "text_ja")
    String textJa;

    @Column(name = "text_en")
    String textEn;

    @Column(name = "drafted_by")
    String draftedBy;

    @Column(name = "drafted_at")
    Instant draftedAt;

    /** In the order in which they came to it. */
    List<String> writers;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;

    PreDisclosure text() {
        return new PreDisclosure(
                remediation,
                hash,
                urgency,
                howJa,
                howEn,
                textJa,
                textEn,
                draftedBy,
                draftedAt,
                Set.copyOf(writers),
                approvedBy,
                approvedAt);
    }
}
