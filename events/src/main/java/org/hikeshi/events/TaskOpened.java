package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A person has something to do. Said by any service.
 *
 * @param task the task; also ce_subject
 * @param kind what
 * @param role whoever has this role may do it, if no person is named
 * @param staff the person who is to do it, if one is named
 * @param subjectId what it is about
 * @param due until when, if it has a date
 * @param at when it was opened
 * @param by whose act opened it; they need no mail
 * @param hash of the content that is to be judged, where a task is about exactly one
 */
public record TaskOpened(
        CaseId caseId,
        TaskId task,
        TaskKind kind,
        @Nullable StaffRole role,
        @Nullable StaffId staff,
        SubjectId subjectId,
        @Nullable Instant due,
        Instant at,
        @Nullable StaffId by,
        @Nullable ContentHash hash)
        implements CaseEvent {

    public TaskOpened {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(subjectId, "subjectId");
        Objects.requireNonNull(at, "at");
    }

    /** About no particular content. */
    public TaskOpened(
            CaseId caseId,
            TaskId task,
            TaskKind kind,
            @Nullable StaffRole role,
            @Nullable StaffId staff,
            SubjectId subjectId,
            @Nullable Instant due,
            Instant at,
            @Nullable StaffId by) {
        this(caseId, task, kind, role, staff, subjectId, due, at, by, null);
    }

    @Override
    public String subject() {
        return task.toString();
    }
}
