package org.hikeshi.intake.conversation;

import java.sql.Connection;
import java.sql.SQLException;
import org.hikeshi.casefile.TaskDesk;
import org.hikeshi.casefile.TaskFor;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.hikeshi.intake.report.StoredReport;

/** The desk's task while a reporter's message waits for an answer: one per report, however many. */
public final class AnswerDue {

    private final TaskDesk tasks;

    public AnswerDue(TaskDesk tasks) {
        this.tasks = tasks;
    }

    void due(Connection connection, StoredReport report) throws SQLException {
        tasks.open(
                connection,
                report.caseId(),
                TaskKind.ANSWER_REPORTER,
                TaskFor.role(StaffRole.SECURITY_OFFICE),
                report.id().toString(),
                null,
                null);
    }

    void done(Connection connection, StoredReport report) throws SQLException {
        tasks.close(
                connection,
                report.caseId(),
                TaskKind.ANSWER_REPORTER,
                report.id().toString(),
                TaskEnd.DONE);
    }
}
