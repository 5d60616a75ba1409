package org.hikeshi.disclosure.credit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The last answer of intake about a case. */
@Entity
@Table(name = "credit_wish")
@NullUnmarked // filled by Hibernate
class CreditWish {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    /** One line each, sealed. */
    @Column(name = "sealed_lines")
    byte[] sealedLines;

    @Column(name = "asked_at")
    Instant askedAt;
}
