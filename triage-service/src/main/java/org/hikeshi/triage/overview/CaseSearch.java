package org.hikeshi.triage.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.triage.casework.CaseList;
import org.hikeshi.triage.casework.Person;
import org.jspecify.annotations.Nullable;

/** Which cases match, of those that a person may see; newest first. */
@ApplicationScoped
public class CaseSearch {
    private static final String FIND =
            "SELECT c.case_id, c.number, r.tracking_code, c.received_at, c.state, c.stage, c.severity,"
                    + " c.priority, c.next_action, c.next_role, c.next_due, c.overdue"
                    + " FROM triage_case c JOIN known_report r ON r.case_id = c.case_id"
                    + " WHERE (:all OR EXISTS (SELECT 1 FROM case_reader m"
                    + " WHERE m.case_id = c.case_id AND m.staff = :me"
                    + " AND (m.role IS NULL OR m.role IN (:roles))))"
                    + " AND (:stage = '' OR c.stage = :stage)"
                    + " AND (:severity = '' OR COALESCE(c.severity, 'unscored') = :severity)"
                    + " AND (:product = '' OR EXISTS (SELECT 1 FROM case_product p"
                    + " WHERE p.case_id = c.case_id AND CAST(p.product_id AS text) = :product))"
                    + " AND (:overdue = '' OR CAST(c.overdue AS text) = :overdue)"
                    + " AND (:any OR r.tracking_code = :code OR c.number = :number"
                    + " OR CAST(c.case_id AS text) = :caseId)"
                    + " ORDER BY c.received_at DESC, c.case_id LIMIT :limit OFFSET :offset";

    private final Transactions transactions;
    private final CaseList list;

    CaseSearch(Transactions transactions, CaseList list) {
        this.transactions = transactions;
        this.list = list;
    }

    /**
     * What is looked for; empty is "any".
     *
     * @param severity {@code unscored} for those without
     * @param overdue {@code true} or {@code false}
     */
    public record Filter(
            String stage, String severity, String product, String overdue, Which which) {}

    /** One case by any of its names; a name that it cannot have is empty. */
    public record Which(String trackingCode, String number, String caseId) {
        public static final Which ANY = new Which("", "", "");

        /** By any of the names it has in this house. */
        public static Which of(String typed) {
            return new Which(
                    TrackingCode.parse(typed).map(TrackingCode::value).orElse(""),
                    typed.toUpperCase(Locale.ROOT),
                    typed.toLowerCase(Locale.ROOT));
        }
    }

    /** One line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            String caseId,
            String number,
            String trackingCode,
            Instant receivedAt,
            String state,
            String stage,
            @Nullable String severity,
            @Nullable String priority,
            CaseView.Action nextAction,
            boolean overdue) {}

    public List<Found> find(Person person, Filter filter, Paging paging) {
        return transactions.inTransaction(
                connection ->
                        list
                                .query(FIND, Tuple.class)
                                .setParameter("all", person.seesAll())
                                .setParameter("me", person.id().value())
                                .setParameter("roles", person.writtenRoles())
                                .setParameter("stage", filter.stage())
                                .setParameter("severity", filter.severity())
                                .setParameter("product", filter.product())
                                .setParameter("overdue", filter.overdue())
                                .setParameter("any", filter.which().equals(Which.ANY))
                                .setParameter("code", filter.which().trackingCode())
                                .setParameter("number", filter.which().number())
                                .setParameter("caseId", filter.which().caseId())
                                .setParameter("limit", paging.limit() + 1)
                                .setParameter("offset", paging.offset())
                                .getResultList()
                                .stream()
                                .map(row -> found((Tuple) row))
                                .toList());
    }

    private static Found found(Tuple row) {
        String number = row.get(1, String.class);
        return new Found(
                row.get(0, UUID.class).toString(),
                number,
                row.get(2, String.class),
                row.get(3, Instant.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                new CaseView.Action(
                        row.get(8, String.class),
                        row.get(9, String.class),
                        row.get(10, Instant.class),
                        "/desk/cases/" + number),
                row.get(11, Boolean.class));
    }
}
