package org.hikeshi.casefile;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hikeshi.events.ReportReceived;

/** The cases this service has heard of, one row each. */
@ApplicationScoped
public class Cases {
    private static final String OPEN =
            "INSERT INTO known_case (case_id, report_id, policy_version, received_at)"
                    + " VALUES (:caseId, :reportId, :policyVersion, :receivedAt) ON CONFLICT DO NOTHING";

    private final Rows rows;

    Cases(Rows rows) {
        this.rows = rows;
    }

    /**
     * Writes the row; a case that is known stays as it was born. Inside the caller's transaction.
     */
    void open(ReportReceived received) {
        rows.getEntityManager()
                .createNativeQuery(OPEN)
                .setParameter("caseId", received.caseId().value())
                .setParameter("reportId", received.reportId().value())
                .setParameter("policyVersion", received.policyVersion().value())
                .setParameter("receivedAt", received.receivedAt())
                .executeUpdate();
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CaseRow, UUID> {}
}
