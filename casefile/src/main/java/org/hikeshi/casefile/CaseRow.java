package org.hikeshi.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A case as it was born. */
@Entity
@Table(name = "known_case")
@NullUnmarked // filled by Hibernate
class CaseRow {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    @Column(name = "report_id")
    UUID reportId;

    @Column(name = "policy_version")
    String policyVersion;

    @Column(name = "received_at")
    Instant receivedAt;
}
