package org.hikeshi.intake.desk;

import io.quarkus.security.identity.SecurityIdentity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.access.ServiceAnswers;
import org.hikeshi.intake.casefact.CaseFacts;
import org.hikeshi.intake.casefact.CaseReports;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/** Which reports a person of the desk may open: those of cases this person may see. */
public final class DeskAccess {

    private final Transactions transactions;
    private final ReportRows rows;
    private final CaseAccess cases;
    private final CaseFacts facts = new CaseFacts();

    public DeskAccess(Transactions transactions, ReportRows rows, CaseAccess cases) {
        this.transactions = transactions;
        this.rows = rows;
        this.cases = cases;
    }

    /** A report, with the case that holds it now. */
    record Opened(StoredReport report, CaseId inCase) {}

    /**
     * @throws ProblemException the common 404, whether there is no such report or it is not to be
     *     seen
     */
    Opened open(String reportId, SecurityIdentity who) {
        return ServiceAnswers.report(reportId)
                .flatMap(id -> transactions.inTransaction(connection -> read(connection, id, who)))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    /** The reports of a case; the common 404 if it holds none, or none to be seen. */
    List<StoredReport> ofCase(String caseId, SecurityIdentity who) {
        CaseId id = cases.visible(caseId, who);
        List<StoredReport> reports =
                transactions.inTransaction(
                        connection -> {
                            List<StoredReport> all = new java.util.ArrayList<>();
                            for (ReportId report : CaseReports.of(connection, id)) {
                                rows.byId(connection, report).ifPresent(all::add);
                            }
                            return all;
                        });
        if (reports.isEmpty()) {
            throw new ProblemException(Problem.notFound());
        }
        return reports;
    }

    /* Of what is not there the same is asked as of what is not to be seen, in the same order. */
    private Optional<Opened> read(Connection connection, ReportId id, SecurityIdentity who)
            throws SQLException {
        Optional<CaseId> born =
                Sql.first(
                        connection,
                        "SELECT case_id FROM report WHERE id = ?",
                        row -> new CaseId(row.getObject(1, UUID.class)),
                        id.value());
        CaseId now = facts.of(connection, id, born.orElse(new CaseId(id.value()))).inCase();
        return cases.maySee(born.map(known -> now), who)
                ? rows.byId(connection, id).map(report -> new Opened(report, now))
                : Optional.empty();
    }
}
