package org.hikeshi.casefile;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** One version of the policy as this service started with it: its exact text and hash. */
@Entity
@Table(name = "policy_version")
@NullUnmarked // filled by Hibernate
class PolicyVersionRow {
    @Id String version;
    String sha256;
    String text;

    @Column(name = "first_used_at")
    Instant firstUsedAt;
}
