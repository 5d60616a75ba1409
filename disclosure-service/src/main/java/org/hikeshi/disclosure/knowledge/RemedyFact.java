package org.hikeshi.disclosure.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** One thing heard about one remedy. */
@Entity
@Table(name = "remedy_fact")
@IdClass(RemedyFact.Key.class)
@NullUnmarked // filled by Hibernate
class RemedyFact {
    record Key(UUID caseId, UUID remediationId, RemedyStage kind) implements Serializable {}

    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Id
    @Column(name = "remediation_id")
    UUID remediationId;

    @Id
    @Enumerated(EnumType.STRING)
    RemedyStage kind;

    Instant at;
}
