package org.hikeshi.triage.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.TaskKind;

/** Which tasks of triage itself are open. */
@ApplicationScoped
class OwnTasks {
    private final DeskTasks.Rows rows;

    OwnTasks(DeskTasks.Rows rows) {
        this.rows = rows;
    }

    /** One open task. */
    record Open(TaskKind kind, UUID subject) {
        /** Closing the case, or answering an objection to it, is what ends these. */
        boolean endsWithCase() {
            return kind == TaskKind.CLOSE_CASE || kind == TaskKind.OBJECTION;
        }
    }

    List<Open> open(CaseId caseId) {
        return rows
                .getEntityManager()
                .createNativeQuery(
                        "SELECT kind, subject_id FROM own_task"
                                + " WHERE case_id = :id AND closed_at IS NULL",
                        Tuple.class)
                .setParameter("id", caseId.value())
                .getResultList()
                .stream()
                .map(row -> open((Tuple) row))
                .toList();
    }

    private static Open open(Tuple row) {
        return new Open(TaskKind.valueOf(row.get(0, String.class)), row.get(1, UUID.class));
    }
}
