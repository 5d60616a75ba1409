package org.hikeshi.disclosure.date;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A date proposed to the reporters of a case. */
@Entity
@Table(name = "date_proposal")
@NullUnmarked // filled by Hibernate
public class DateProposal {
    @Id UUID id;

    @Column(name = "advisory_id")
    UUID advisoryId;

    @Column(name = "case_id")
    UUID caseId;

    Instant date;

    @Column(name = "answer_by")
    Instant answerBy;

    Instant at;
    String by;

    @Column(name = "sealed_reason")
    byte[] sealedReason;

    @Enumerated(EnumType.STRING)
    ProposalEnd ended;

    @Column(name = "ended_at")
    Instant endedAt;

    boolean open() {
        return ended == null;
    }

    void end(ProposalEnd how, Instant when) {
        ended = how;
        endedAt = when;
    }

    public UUID id() {
        return id;
    }

    public Instant date() {
        return date;
    }

    public Instant answerBy() {
        return answerBy;
    }

    public Instant at() {
        return at;
    }

    /** Empty while answers are awaited. */
    public Optional<ProposalEnd> ended() {
        return Optional.ofNullable(ended);
    }
}
