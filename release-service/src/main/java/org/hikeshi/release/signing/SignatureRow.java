package org.hikeshi.release.signing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** The one signature of some bytes, by their digest. */
@Entity
@Table(name = "firmware_signature")
@NullUnmarked // filled by Hibernate
class SignatureRow {
    @Id String sha256;

    @Column(name = "key_id")
    String keyId;

    byte[] signature;

    @Column(name = "first_approver")
    String firstApprover;

    @Column(name = "second_approver")
    String secondApprover;

    @Column(name = "signed_at")
    Instant signedAt;
}
