package org.hikeshi.notifier.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** How a delivery is stored: the fields of its state, nothing decided here. */
@Entity
@Table(name = "delivery")
@NullUnmarked // filled by Hibernate
class DeliveryRow {
    enum State {
        WAITING,
        SENDING,
        ACCEPTED,
        REFUSED,
        WITHDRAWN
    }

    @Id UUID id;

    @Column(name = "obligation_id")
    UUID obligationId;

    String recipient;

    @Column(name = "message_id")
    String messageId;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "due_at")
    Instant dueAt;

    int attempts;
    UUID claim;
    Integer beat;

    @Column(name = "reply_code")
    Integer replyCode;

    @Column(name = "settled_at")
    Instant settledAt;

    /** 1 for the first; each repetition asked for by a person counts on. */
    int round = 1;

    /** Who asked for the repetition. */
    @Column(name = "asked_by")
    String askedBy;

    Delivery delivery() {
        return switch (state) {
            case WAITING -> new Delivery.Waiting(dueAt, attempts);
            case SENDING -> new Delivery.Sending(claim, beat, attempts);
            case ACCEPTED -> new Delivery.Accepted(settledAt, replyCode, attempts);
            case REFUSED -> new Delivery.Refused(settledAt, replyCode, attempts);
            case WITHDRAWN -> new Delivery.Withdrawn(settledAt, attempts);
        };
    }

    void set(Delivery now) {
        dueAt = null;
        claim = null;
        beat = null;
        replyCode = null;
        settledAt = null;
        attempts = now.attempts();
        switch (now) {
            case Delivery.Waiting waiting -> {
                state = State.WAITING;
                dueAt = waiting.dueAt();
            }
            case Delivery.Sending sending -> {
                state = State.SENDING;
                claim = sending.claim();
                beat = sending.beat();
            }
            case Delivery.Accepted accepted ->
                    settled(State.ACCEPTED, accepted.at(), accepted.replyCode());
            case Delivery.Refused refused ->
                    settled(State.REFUSED, refused.at(), refused.replyCode());
            case Delivery.Withdrawn withdrawn -> settled(State.WITHDRAWN, withdrawn.at(), null);
        }
    }

    private void settled(State as, Instant at, Integer code) {
        state = as;
        settledAt = at;
        replyCode = code;
    }
}
