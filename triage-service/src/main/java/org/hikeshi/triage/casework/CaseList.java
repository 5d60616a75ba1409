package org.hikeshi.triage.casework;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.CaseClosed;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ProductId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.events.Scored;
import org.hikeshi.triage.severity.Urgency;
import org.hikeshi.triage.standing.CaseStanding;

/** The line each case has in lists, and its number. */
@ApplicationScoped
public class CaseList {
    private static final String NEXT_NUMBER =
            "INSERT INTO case_year (year, last) VALUES (:year, 1)"
                    + " ON CONFLICT (year) DO UPDATE SET last = case_year.last + 1 RETURNING last";
    private static final String REGISTER =
            "INSERT INTO triage_case (case_id, number, received_at, state, stage, next_action,"
                    + " next_role, overdue) VALUES (:caseId, :number, :receivedAt, 'received',"
                    + " 'received', 'none', '', false)";

    private final Rows rows;
    private final PolicyVersions policies;

    CaseList(Rows rows, PolicyVersions policies) {
        this.rows = rows;
        this.policies = policies;
    }

    /** Gives the case its number if it has none; counted per year in the policy's zone. */
    void register(ReportReceived received) {
        EntityManager entities = rows.getEntityManager();
        if (rows.findById(received.caseId().value()) == null) {
            ZoneId zone = policies.of(received.policyVersion().value()).calendar().zone();
            int year = received.receivedAt().atZone(zone).getYear();
            Object ordinal =
                    entities.createNativeQuery(NEXT_NUMBER, Integer.class)
                            .setParameter("year", year)
                            .getSingleResult();
            entities.createNativeQuery(REGISTER)
                    .setParameter("caseId", received.caseId().value())
                    .setParameter("number", "C-%d-%04d".formatted(year, (Integer) ordinal))
                    .setParameter("receivedAt", received.receivedAt())
                    .executeUpdate();
        }
    }

    /** Makes the line anew. */
    void update(CaseDesk desk, CaseStanding standing) {
        EntityManager entities = rows.getEntityManager();
        entities.createQuery(
                        "UPDATE CaseLine c SET c.state = :state, c.stage = :stage, c.severity = :severity,"
                                + " c.priority = :priority, c.nextAction = :action, c.nextRole = :role,"
                                + " c.nextDue = :due, c.overdue = :overdue, c.mergedInto = :into"
                                + " WHERE c.caseId = :id")
                .setParameter("id", desk.caseId().value())
                .setParameter("state", standing.state().written())
                .setParameter("stage", standing.stage().written())
                .setParameter(
                        "severity", scored(desk).map(s -> Urgency.word(s.severity())).orElse(null))
                .setParameter("priority", scored(desk).map(s -> s.priority().name()).orElse(null))
                .setParameter("action", standing.nextAction().code())
                .setParameter("role", standing.nextAction().role())
                .setParameter("due", standing.nextAction().dueAt().orElse(null))
                .setParameter("overdue", standing.clocks().overdue(desk.now()))
                .setParameter(
                        "into",
                        desk.facts()
                                .closure()
                                .map(CaseClosed::duplicateOf)
                                .map(CaseId::value)
                                .orElse(null))
                .executeUpdate();
        entities.createNativeQuery("DELETE FROM case_product WHERE case_id = :id")
                .setParameter("id", desk.caseId().value())
                .executeUpdate();
        for (ProductId product : desk.facts().products()) {
            entities.createNativeQuery("INSERT INTO case_product VALUES (:id, :product)")
                    .setParameter("id", desk.caseId().value())
                    .setParameter("product", product.value())
                    .executeUpdate();
        }
    }

    private static Optional<Scored> scored(CaseDesk desk) {
        return desk.facts().scored();
    }

    /** A query over lines of cases, for lists that join other rows. */
    public Query query(String sql, Class<?> as) {
        return rows.getEntityManager().createNativeQuery(sql, as);
    }

    /** The case with that number. */
    public Optional<CaseLine> byNumber(String number) {
        return rows.find("number", number).firstResultOptional();
    }

    public Optional<CaseLine> byId(CaseId caseId) {
        return rows.findByIdOptional(caseId.value());
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CaseLine, UUID> {}
}
