package org.hikeshi.triage.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A task of any service, as far as it was heard of. */
@Entity
@Table(name = "desk_task")
@NullUnmarked // filled by Hibernate
class DeskTaskRow {
    @Id
    @Column(name = "task_id")
    UUID taskId;

    @Column(name = "case_id")
    UUID caseId;

    String kind;
    String role;
    String staff;
    UUID subject;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    String ended;
}
