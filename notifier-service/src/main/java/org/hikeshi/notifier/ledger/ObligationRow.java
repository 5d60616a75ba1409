package org.hikeshi.notifier.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hikeshi.events.Language;
import org.jspecify.annotations.NullUnmarked;

/** How an obligation is stored. */
@Entity
@Table(name = "obligation")
@NullUnmarked // filled by Hibernate
class ObligationRow {
    enum State {
        OWED,
        FULFILLED,
        FAILED,
        VOID
    }

    @Id UUID id;
    UUID cause;
    UUID correlation;
    String clause;

    @Enumerated(EnumType.STRING)
    Audience audience;

    @Enumerated(EnumType.STRING)
    Template template;

    @Column(name = "case_id")
    UUID caseId;

    /** Only where a reporter is to be told. */
    @Column(name = "report_id")
    UUID reportId;

    String recipient;
    UUID about;

    @Enumerated(EnumType.STRING)
    Occasion occasion;

    String detail;

    @Column(name = "ask_at")
    Instant askAt;

    int asked;

    @Column(name = "said_at")
    Instant saidAt;

    @Column(name = "tracking_code")
    String trackingCode;

    @Column(name = "policy_version")
    String policyVersion;

    @Enumerated(EnumType.STRING)
    Language language;

    @Column(name = "caused_at")
    Instant causedAt;

    @Enumerated(EnumType.STRING)
    State state;

    @Enumerated(EnumType.STRING)
    Obligation.Channel channel;

    @Column(name = "settled_at")
    Instant settledAt;

    static ObligationRow of(Owing owing) {
        var row = new ObligationRow();
        row.id = owing.id().value();
        row.cause = owing.cause();
        row.correlation = owing.correlation();
        row.clause = owing.clause();
        row.audience = owing.template().audience();
        row.template = owing.template();
        row.about = owing.about();
        row.occasion = owing.occasion();
        row.recipient = owing.recipient().reference();
        row.detail = owing.detail();
        row.caseId = owing.caseId().value();
        if (owing.recipient() instanceof Recipient.Reporter reporter) {
            row.reportId = reporter.report().value();
        }
        if (owing.recipient() instanceof Recipient.AffectedCustomers) {
            row.askAt = owing.causedAt();
        }
        row.trackingCode = owing.trackingCode().value();
        row.policyVersion = owing.policyVersion().value();
        row.language = owing.language();
        row.causedAt = owing.causedAt();
        row.set(new Obligation.Owed());
        return row;
    }

    Owing owing() {
        return new Owing(
                new org.hikeshi.events.ObligationId(id),
                cause,
                about,
                occasion,
                correlation,
                clause,
                template,
                new org.hikeshi.events.CaseId(caseId),
                Recipient.of(recipient),
                org.hikeshi.events.TrackingCode.of(trackingCode),
                new org.hikeshi.events.PolicyVersion(policyVersion),
                language,
                causedAt,
                detail);
    }

    Obligation obligation() {
        return switch (state) {
            case OWED -> new Obligation.Owed();
            case FULFILLED -> new Obligation.Fulfilled(channel, settledAt);
            case FAILED -> new Obligation.Failed(settledAt);
            case VOID -> new Obligation.Void(settledAt);
        };
    }

    void set(Obligation now) {
        channel = null;
        switch (now) {
            case Obligation.Owed owed -> {
                state = State.OWED;
                settledAt = null;
            }
            case Obligation.Fulfilled fulfilled -> {
                state = State.FULFILLED;
                channel = fulfilled.by();
                settledAt = fulfilled.at();
            }
            case Obligation.Failed failed -> {
                state = State.FAILED;
                settledAt = failed.at();
            }
            case Obligation.Void nothing -> {
                state = State.VOID;
                settledAt = nothing.at();
            }
        }
    }
}
