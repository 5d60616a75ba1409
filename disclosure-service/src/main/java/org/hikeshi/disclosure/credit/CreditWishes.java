package org.hikeshi.disclosure.credit;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseSeals;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;

/** How the reporters of a case want to be named, as intake last said. */
@ApplicationScoped
public class CreditWishes {
    private static final String KEEP =
            "INSERT INTO credit_wish (case_id, sealed_lines, asked_at) VALUES (:caseId, :lines,"
                    + " :at) ON CONFLICT (case_id) DO UPDATE SET sealed_lines = EXCLUDED.sealed_lines,"
                    + " asked_at = EXCLUDED.asked_at";

    private final IntakeCredits intake;
    private final Rows rows;
    private final CaseSeals seals;
    private final Transactions transactions;
    private final Clock clock;

    CreditWishes(
            IntakeCredits intake,
            Rows rows,
            CaseSeals seals,
            Transactions transactions,
            Clock clock) {
        this.intake = intake;
        this.rows = rows;
        this.seals = seals;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Asks intake again, outside any transaction; what is known stays if it does not answer. */
    public void refresh(CaseId caseId) {
        intake.of(caseId).ifPresent(lines -> keep(caseId, lines));
    }

    private void keep(CaseId caseId, List<String> lines) {
        transactions.doInTransaction(
                connection ->
                        rows.getEntityManager()
                                .createNativeQuery(KEEP)
                                .setParameter("caseId", caseId.value())
                                .setParameter(
                                        "lines",
                                        seals.seal(
                                                caseId,
                                                "credit_wish",
                                                "sealed_lines",
                                                caseId.toString(),
                                                String.join("\n", lines)))
                                .setParameter("at", clock.instant())
                                .executeUpdate());
    }

    /** The lines wished; empty while intake has never answered. Inside a transaction. */
    public Optional<List<String>> of(CaseId caseId) {
        return rows.findByIdOptional(caseId.value())
                .map(
                        row ->
                                seals.open(
                                        caseId,
                                        "credit_wish",
                                        "sealed_lines",
                                        caseId.toString(),
                                        row.sealedLines))
                .map(lines -> lines.isEmpty() ? List.of() : List.of(lines.split("\n")));
    }

    @ApplicationScoped
    static class Rows implements PanacheRepositoryBase<CreditWish, UUID> {}
}
