package org.hikeshi.disclosure.advisory;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.TaskDesk;
import org.hikeshi.casefile.TaskFor;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.StaffRole;
import org.hikeshi.events.TaskEnd;
import org.hikeshi.events.TaskKind;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.Policy;
import org.hikeshi.policy.Reviewing;
import org.hikeshi.policy.Role;

/**
 * Keeps the tasks in step with the state: whoever must say something about the present text is
 * asked, and nobody else. Handlers of events reach the tasks through this bean, which is made when
 * first used: the mechanism they belong to must exist first.
 */
@ApplicationScoped
public class AskingPeople {
    private final TaskDesk tasks;
    private final Clock clock;

    AskingPeople(TaskDesk tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /** After anything that may change who has to act. */
    public void settle(Connection connection, Dossier now, Person by) throws SQLException {
        Advisory advisory = now.advisory();
        if (advisory.aboutCase() && advisory.kind() == AdvisoryKind.SA) {
            tasks.close(
                    connection,
                    advisory.caseId(),
                    TaskKind.DRAFT_ADVISORY,
                    advisory.caseId().toString(),
                    TaskEnd.DONE);
        }
        Map<Reviewing, Dossier.Said> words = now.lastWords();
        boolean reviewable = now.state() == AdvisoryState.IN_REVIEW;
        for (Reviewing review : now.asked()) {
            if (words.containsKey(review)) {
                close(connection, now, kind(review), TaskEnd.DONE);
            } else if (reviewable) {
                Role role = now.policy().review().reviews().get(review);
                open(connection, now, kind(review), role == null ? Role.CISO : role, by);
            }
        }
        approval(connection, now, by);
        if (now.state() == AdvisoryState.PUBLISHED) {
            close(connection, now, TaskKind.PUBLISH, TaskEnd.DONE);
        }
    }

    private void approval(Connection connection, Dossier now, Person by) throws SQLException {
        TaskKind kind = TaskKind.APPROVE_ADVISORY;
        if (now.state() == AdvisoryState.REVIEWED) {
            open(connection, now, kind, now.policy().review().approvedBy(), by);
        } else {
            boolean done = now.advisory().approvedIsThis();
            close(connection, now, kind, done ? TaskEnd.DONE : TaskEnd.VOID);
        }
    }

    /** Before the text is replaced: what was asked about it is void. */
    void withdraw(Connection connection, Dossier before) throws SQLException {
        for (Reviewing review : before.asked()) {
            close(connection, before, kind(review), TaskEnd.VOID);
        }
        close(connection, before, TaskKind.APPROVE_ADVISORY, TaskEnd.VOID);
        close(connection, before, TaskKind.PUBLISH, TaskEnd.VOID);
    }

    /** It was due and could not go out: a person must look. */
    public void publishByHand(Connection connection, Advisory advisory) throws SQLException {
        tasks.open(
                connection,
                advisory.caseId(),
                TaskKind.PUBLISH,
                TaskFor.role(StaffRole.SECURITY_OFFICE),
                advisory.id().toString(),
                advisory.plannedFor().orElse(null),
                null);
    }

    /** A reporter wishes another date: a person decides. */
    public void answerReporter(Connection connection, CaseId caseId, UUID proposal)
            throws SQLException {
        office(connection, caseId, TaskKind.ANSWER_REPORTER, proposal);
    }

    /** The proposal that was countered is settled. */
    public void reporterWasAnswered(Connection connection, CaseId caseId, UUID proposal)
            throws SQLException {
        tasks.close(
                connection, caseId, TaskKind.ANSWER_REPORTER, proposal.toString(), TaskEnd.DONE);
    }

    /** A valid case needs a text. */
    void draft(Connection connection, CaseId caseId) throws SQLException {
        office(connection, caseId, TaskKind.DRAFT_ADVISORY, caseId.value());
    }

    private void office(Connection connection, CaseId caseId, TaskKind kind, UUID subject)
            throws SQLException {
        TaskFor office = TaskFor.role(StaffRole.SECURITY_OFFICE);
        tasks.open(connection, caseId, kind, office, subject.toString(), null, null);
    }

    private void open(Connection connection, Dossier now, TaskKind kind, Role role, Person by)
            throws SQLException {
        Advisory advisory = now.advisory();
        tasks.open(
                connection,
                advisory.caseId(),
                kind,
                TaskFor.role(StaffRole.valueOf(role.name())),
                advisory.id().toString(),
                due(now.policy()).orElse(null),
                by.staffId(),
                advisory.hash());
    }

    private void close(Connection connection, Dossier now, TaskKind kind, TaskEnd how)
            throws SQLException {
        Advisory advisory = now.advisory();
        tasks.close(connection, advisory.caseId(), kind, advisory.id().toString(), how);
    }

    /** By the policy's clock for review steps, if it has one. */
    private Optional<Instant> due(Policy policy) {
        return policy.clock(ClockName.REVIEW)
                .flatMap(
                        rule ->
                                rule.unscored()
                                        .within()
                                        .dueAfter(clock.instant(), policy.calendar()));
    }

    private static TaskKind kind(Reviewing review) {
        return switch (review) {
            case TECHNICAL -> TaskKind.REVIEW_TECHNICAL;
            case QA -> TaskKind.REVIEW_ADVISORY_QA;
            case LEGAL -> TaskKind.REVIEW_LEGAL;
        };
    }
}
