package org.hikeshi.casefile;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ContentHash;
import org.hikeshi.events.StaffId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.SubjectId;
import org.hikeshi.events.TaskClosed;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskId;
import org.hikeshi.events.TaskKind;
import org.hikeshi.events.TaskOpened;
import org.jspecify.annotations.Nullable;

/**
 * What this service waits for people to do (design §2, tasks). A task is known by its case, kind
 * and subject: opening one that is open, and closing one that is not, does nothing. Triage lists
 * the tasks of all services, the notifier mails each once.
 */
@Singleton
public class TaskDesk {
    private static final String OPEN =
            "INSERT INTO own_task (task_id, case_id, kind, subject_id, role, staff, due, opened_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (case_id, kind, subject_id) WHERE closed_at IS NULL DO NOTHING";
    private static final String CLOSE =
            "UPDATE own_task SET closed_at = ?, ended = ? WHERE case_id = ? AND kind = ?"
                    + " AND subject_id = ? AND closed_at IS NULL RETURNING task_id";

    private final CaseEvents events;
    private final Clock clock;

    TaskDesk(CaseEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a task in the caller's transaction.
     *
     * @param subjectId a UUID: the report, remediation, advisory, … it is about
     * @param due UTC; null if it has no date
     * @param by whose act led to it, who gets no mail about it; null if nobody's
     */
    public void open(
            Connection connection,
            CaseId caseId,
            TaskKind kind,
            TaskFor who,
            String subjectId,
            @Nullable Instant due,
            @Nullable StaffId by)
            throws SQLException {
        open(connection, caseId, kind, who, subjectId, due, by, null);
    }

    /**
     * The same for a task that is about exactly one content.
     *
     * @param hash of that content
     */
    public void open(
            Connection connection,
            CaseId caseId,
            TaskKind kind,
            TaskFor who,
            String subjectId,
            @Nullable Instant due,
            @Nullable StaffId by,
            @Nullable ContentHash hash)
            throws SQLException {
        StaffRole role = who instanceof TaskFor.Role(StaffRole named) ? named : null;
        StaffId staff = who instanceof TaskFor.Person(StaffId named) ? named : null;
        Instant now = clock.instant();
        TaskOpened task =
                new TaskOpened(
                        caseId,
                        TaskId.random(),
                        kind,
                        role,
                        staff,
                        SubjectId.parse(subjectId),
                        due,
                        now,
                        by,
                        hash);
        if (insert(connection, task)) {
            events.say(connection, task, null);
        }
    }

    /** Closes a task in the caller's transaction; nothing happens if none is open. */
    public void close(
            Connection connection, CaseId caseId, TaskKind kind, String subjectId, TaskEnd how)
            throws SQLException {
        Instant now = clock.instant();
        try (PreparedStatement close = connection.prepareStatement(CLOSE)) {
            close.setObject(1, now.atOffset(ZoneOffset.UTC));
            close.setString(2, how.name());
            close.setObject(3, caseId.value());
            close.setString(4, kind.name());
            close.setObject(5, SubjectId.parse(subjectId).value());
            try (ResultSet closed = close.executeQuery()) {
                if (closed.next()) {
                    TaskId task = new TaskId(closed.getObject(1, UUID.class));
                    events.say(connection, new TaskClosed(caseId, task, kind, how, now), null);
                }
            }
        }
    }

    private static boolean insert(Connection connection, TaskOpened task) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(OPEN)) {
            insert.setObject(1, task.task().value());
            insert.setObject(2, task.caseId().value());
            insert.setString(3, task.kind().name());
            insert.setObject(4, task.subjectId().value());
            insert.setString(5, task.role() == null ? null : task.role().name());
            insert.setString(6, task.staff() == null ? null : task.staff().value());
            Instant due = task.due();
            insert.setObject(
                    7,
                    due == null ? null : due.atOffset(ZoneOffset.UTC),
                    Types.TIMESTAMP_WITH_TIMEZONE);
            insert.setObject(8, task.at().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        }
    }
}
