package org.hikeshi.notifier.ledger;

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

/** How an attempt is stored. */
@Entity
@Table(name = "attempt")
@IdClass(AttemptRow.Key.class)
@NullUnmarked // filled by Hibernate
class AttemptRow {
    /** Which attempt of which delivery; the first has number 1. */
    record Key(UUID deliveryId, int number) implements Serializable {}

    @Id
    @Column(name = "delivery_id")
    UUID deliveryId;

    @Id int number;

    @Column(name = "begun_at")
    Instant begunAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Enumerated(EnumType.STRING)
    AttemptOutcome outcome;

    @Column(name = "reply_code")
    Integer replyCode;

    static AttemptRow begun(UUID delivery, int number, Instant at) {
        var row = new AttemptRow();
        row.deliveryId = delivery;
        row.number = number;
        row.begunAt = at;
        row.outcome = AttemptOutcome.BEGUN;
        return row;
    }

    void ended(AttemptOutcome how, Integer code, Instant at) {
        outcome = how;
        replyCode = code;
        endedAt = at;
    }
}
