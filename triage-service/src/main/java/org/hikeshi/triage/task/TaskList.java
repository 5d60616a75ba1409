package org.hikeshi.triage.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.triage.casework.Person;
import org.jspecify.annotations.Nullable;

/** Everything that is owed by anybody on cases that a person may see, by date. */
@ApplicationScoped
public class TaskList {
    // Who took emergency access sees what waits, and it does not wait for them.
    private static final String ON_IT =
            "(:acts OR EXISTS (SELECT 1 FROM case_actor o"
                    + " WHERE o.case_id = t.case_id AND o.staff = :me"
                    + " AND (o.role IS NULL OR o.role IN (:roles))))";
    // What waits for an absent colleague by name waits for who stands in as well.
    private static final String BY_NAME =
            "(COALESCE(t.staff = :me, false) OR EXISTS (SELECT 1 FROM case_stand_in s WHERE s.case_id = t.case_id"
                    + " AND s.absent = t.staff AND s.staff = :me AND s.role IN (:roles)))";
    // What waits for a role waits for a deputy only in a role of the absent one.
    private static final String BY_ROLE =
            "(t.staff IS NULL AND t.role IN (:roles) AND (:acts"
                    + " OR EXISTS (SELECT 1 FROM case_member o WHERE o.case_id = t.case_id AND o.staff = :me)"
                    + " OR EXISTS (SELECT 1 FROM case_stand_in s WHERE s.case_id = t.case_id"
                    + " AND s.staff = :me AND s.role = t.role)))";
    private static final String MINE = ON_IT + " AND (" + BY_NAME + " OR " + BY_ROLE + ")";
    private static final String OPEN =
            "SELECT t.task_id, t.kind, t.case_id, c.number, c.severity, t.role, t.staff, t.subject,"
                    + " t.due_at, "
                    + "COALESCE("
                    + MINE
                    + ", false) AS mine FROM desk_task t JOIN triage_case c USING (case_id)"
                    + " WHERE t.closed_at IS NULL AND t.opened_at IS NOT NULL"
                    + " AND (:all OR EXISTS (SELECT 1 FROM case_reader m"
                    + " WHERE m.case_id = t.case_id AND m.staff = :me"
                    + " AND (m.role IS NULL OR m.role IN (:roles))))"
                    + " AND (NOT :mine OR "
                    + MINE
                    + ")"
                    + " AND (:whenever OR t.due_at <= :until)"
                    + " ORDER BY t.due_at NULLS LAST, t.opened_at, t.task_id"
                    + " LIMIT :limit OFFSET :offset";

    private final Transactions transactions;
    private final DeskTasks.Rows rows;
    private final Clock clock;

    TaskList(Transactions transactions, DeskTasks.Rows rows, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * One task in the staff API.
     *
     * @param path where it is done
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Task(
            String taskId,
            String kind,
            String caseId,
            String number,
            @Nullable String severity,
            @Nullable String role,
            @Nullable String staff,
            @Nullable String subjectId,
            @Nullable Instant dueAt,
            boolean overdue,
            boolean mine,
            String path) {

        /** The severity, or that there is none yet. */
        public String level() {
            return severity == null ? "unscored" : severity;
        }
    }

    /**
     * @param mine only what this person may do
     * @param until only what is due by then; null for all
     */
    public List<Task> open(
            Person person, boolean mine, @Nullable Instant until, int limit, int offset) {
        return transactions.inTransaction(
                connection ->
                        rows
                                .getEntityManager()
                                .createNativeQuery(OPEN, Tuple.class)
                                .setParameter("all", person.seesAll())
                                .setParameter("acts", person.actsOnAll())
                                .setParameter("me", person.id().value())
                                .setParameter("mine", mine)
                                .setParameter("roles", person.writtenRoles())
                                .setParameter("whenever", until == null)
                                .setParameter("until", until == null ? Instant.EPOCH : until)
                                .setParameter("limit", limit)
                                .setParameter("offset", offset)
                                .getResultList()
                                .stream()
                                .map(row -> task((Tuple) row))
                                .toList());
    }

    private Task task(Tuple row) {
        String role = row.get(5, String.class);
        String staff = row.get(6, String.class);
        UUID subject = row.get(7, UUID.class);
        Instant due = row.get(8, Instant.class);
        String kind = word(row.get(1, String.class));
        String number = row.get(3, String.class);
        return new Task(
                row.get(0, UUID.class).toString(),
                kind,
                row.get(2, UUID.class).toString(),
                number,
                row.get(4, String.class),
                role == null ? null : word(role),
                staff,
                subject == null ? null : subject.toString(),
                due,
                due != null && !clock.instant().isBefore(due),
                row.get(9, Boolean.class),
                "/desk/cases/" + number);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
