package org.hikeshi.intake.desk;

import io.quarkus.security.identity.SecurityIdentity;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.access.ServiceAnswers;
import org.hikeshi.intake.casefact.CaseFacts;
import org.hikeshi.intake.casefact.CaseReports;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
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
                .flatMap(id -> transactions.inTransaction(connection -> read(connection, id)))
                .filter(opened -> cases.maySee(opened.inCase(), who))
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

    private Optional<Opened> read(Connection connection, ReportId id) throws SQLException {
        Optional<StoredReport> report = rows.byId(connection, id);
        if (report.isEmpty()) {
            return Optional.empty();
        }
        StoredReport stored = report.get();
        return Optional.of(new Opened(stored, facts.of(connection, id, stored.caseId()).inCase()));
    }
}
