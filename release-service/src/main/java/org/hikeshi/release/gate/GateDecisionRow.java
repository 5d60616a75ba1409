package org.hikeshi.release.gate;

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
import org.hikeshi.policy.GateName;
import org.jspecify.annotations.NullUnmarked;

/** How a decision is stored. */
@Entity
@Table(name = "gate_decision")
@NullUnmarked // filled by Hibernate
class GateDecisionRow {
    @Id
    @Column(name = "decision_id")
    UUID id;

    @Column(name = "position", insertable = false, updatable = false)
    Long position;

    @Column(name = "remediation_id")
    UUID remediation;

    @Enumerated(EnumType.STRING)
    GateName gate;

    @Column(name = "content_hash")
    String contentHash;

    @Enumerated(EnumType.STRING)
    GateOutcome outcome;

    byte[] evidence;

    @Column(name = "decided_by")
    String by;

    @Column(name = "in_place_of")
    List<String> absent;

    @Column(name = "decided_at")
    Instant at;

    GateDecision decision() {
        return new GateDecision(id, gate, contentHash, outcome, by, Set.copyOf(absent), at);
    }
}
