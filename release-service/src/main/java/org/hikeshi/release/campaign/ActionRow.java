package org.hikeshi.release.campaign;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** How an attempt of a device is stored. */
@Entity
@Table(name = "ota_action")
@NullUnmarked // filled by Hibernate
class ActionRow {
    @Id
    @Column(name = "action_id")
    UUID id;

    @Column(name = "device_id")
    UUID device;

    int number;

    @Column(name = "campaign_id")
    UUID campaign;

    int stage;
    int attempt;
    boolean latest;

    @Enumerated(EnumType.STRING)
    ActionState state;

    @Column(name = "not_before")
    Instant notBefore;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "retrieved_at")
    Instant retrievedAt;

    @Column(name = "cancel_asked_at")
    Instant cancelAskedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "last_failed_at")
    Instant lastFailedAt;

    @Enumerated(EnumType.STRING)
    Trouble trouble;

    String details;

    /** The next try of the same device; this one is no longer its latest. */
    ActionRow retried(int newNumber, Instant notBefore, Instant now) {
        latest = false;
        ActionRow next = new ActionRow();
        next.id = UUID.randomUUID();
        next.device = device;
        next.number = newNumber;
        next.campaign = campaign;
        next.stage = stage;
        next.attempt = attempt + 1;
        next.latest = true;
        next.state = ActionState.PENDING;
        next.notBefore = notBefore;
        next.createdAt = now;
        next.lastFailedAt = lastFailedAt;
        return next;
    }
}
