package org.hikeshi.triage.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A case in one line, for lists; computed, never decided here. */
@Entity
@Table(name = "triage_case")
@NullUnmarked // filled by Hibernate
public class CaseLine {
    @Id
    @Column(name = "case_id")
    UUID caseId;

    String number;

    @Column(name = "received_at")
    Instant receivedAt;

    String state;
    String stage;
    String severity;
    String priority;

    @Column(name = "next_action")
    String nextAction;

    @Column(name = "next_role")
    String nextRole;

    @Column(name = "next_due")
    Instant nextDue;

    boolean overdue;

    @Column(name = "merged_into")
    UUID mergedInto;

    public UUID caseId() {
        return caseId;
    }

    /** {@code C-2026-0042}. */
    public String number() {
        return number;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public String state() {
        return state;
    }

    public String stage() {
        return stage;
    }

    /** Null until scored. */
    public String severity() {
        return severity;
    }

    public String priority() {
        return priority;
    }

    public String nextAction() {
        return nextAction;
    }

    public String nextRole() {
        return nextRole;
    }

    public Instant nextDue() {
        return nextDue;
    }

    public boolean overdue() {
        return overdue;
    }

    public UUID mergedInto() {
        return mergedInto;
    }
}
