package org.hikeshi.triage.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hikeshi.casefile.TaskDesk;
import org.hikeshi.casefile.TaskFor;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.triage.access.CaseState;
import org.hikeshi.triage.casework.CaseDesk;
import org.hikeshi.triage.standing.CaseStanding;
import org.jspecify.annotations.Nullable;

/** Opens what a case owes and closes what it no longer does. */
@ApplicationScoped
public class SettlingTasks {
    private final TaskDesk tasks;
    private final OwnTasks own;

    SettlingTasks(TaskDesk tasks, OwnTasks own) {
        this.tasks = tasks;
        this.own = own;
    }

    /**
     * @param by whose act led to it; they are not told
     */
    public void settle(CaseDesk desk, CaseStanding standing, @Nullable StaffId by)
            throws SQLException {
        List<OwedTasks.Owed> owed = OwedTasks.of(desk.caseId(), desk.facts(), standing);
        boolean ended =
                standing.state() == CaseState.CLOSED || standing.state() == CaseState.MERGED;
        for (OwnTasks.Open open : own.open(desk.caseId())) {
            if (owed.stream().noneMatch(one -> same(one, open))) {
                tasks.close(
                        desk.connection(),
                        desk.caseId(),
                        open.kind(),
                        open.subject().toString(),
                        ended && !open.endsWithCase() ? TaskEnd.VOID : TaskEnd.DONE);
            }
        }
        for (OwedTasks.Owed one : owed) {
            tasks.open(
                    desk.connection(),
                    desk.caseId(),
                    one.kind(),
                    TaskFor.role(one.role()),
                    one.subject().toString(),
                    one.due().orElse(null),
                    by);
        }
    }

    private static boolean same(OwedTasks.Owed owed, OwnTasks.Open open) {
        UUID subject = open.subject();
        return owed.kind() == open.kind() && owed.subject().equals(subject);
    }
}
