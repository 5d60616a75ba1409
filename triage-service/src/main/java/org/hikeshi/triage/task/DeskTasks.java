package org.hikeshi.triage.task;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskId;
import org.hikeshi.events.TaskKind;
import org.hikeshi.events.TaskOpened;

/** The tasks of all services. */
@ApplicationScoped
class DeskTasks {
    private final Rows rows;

    DeskTasks(Rows rows) {
        this.rows = rows;
    }

    void opened(TaskOpened task) {
        DeskTaskRow row = row(task.task(), task.caseId(), task.kind());
        StaffRole role = task.role();
        StaffId staff = task.staff();
        row.role = role == null ? null : role.name();
        row.staff = staff == null ? null : staff.value();
        row.subject = task.subjectId().value();
        row.dueAt = task.due();
        row.openedAt = task.at();
    }

    void closed(TaskClosed task) {
        DeskTaskRow row = row(task.task(), task.caseId(), task.kind());
        row.closedAt = task.at();
        row.ended = task.how().name();
    }

    private DeskTaskRow row(TaskId task, CaseId caseId, TaskKind kind) {
        DeskTaskRow known = rows.findById(task.value());
        if (known != null) {
            return known;
        }
        DeskTaskRow row = new DeskTaskRow();
        row.taskId = task.value();
        row.caseId = caseId.value();
        row.kind = kind.name();
        rows.persist(row);
        return row;
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<DeskTaskRow, UUID> {}
}
