package org.hikeshi.events;

import java.time.Instant;
import java.util.Objects;

/**
 * What a person had to do is done or no longer owed. Said by any service.
 *
 * @param task the task; also ce_subject
 * @param kind what it was
 * @param how how it ended
 * @param at when it was decided
 */
public record TaskClosed(CaseId caseId, TaskId task, TaskKind kind, TaskEnd how, Instant at)
        implements CaseEvent {

    public TaskClosed {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(task, "task");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(how, "how");
        Objects.requireNonNull(at, "at");
    }

    @Override
    public String subject() {
        return task.toString();
    }
}
