package org.hikeshi.disclosure.knowledge;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** The assessment with the highest revision, as it was said. */
@Entity
@Table(name = "assessed_case")
@NullUnmarked // filled by Hibernate
class AssessedCase {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    int revision;
    byte[] said;
}
