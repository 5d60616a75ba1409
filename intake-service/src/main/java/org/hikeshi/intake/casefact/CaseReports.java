package org.hikeshi.intake.casefact;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.sql.Sql;

/** Which reports belong to a case now: the one it was born from, and those joined to it. */
public final class CaseReports {

    private static final String CANDIDATES =
            "SELECT r.id, r.case_id, r.received_at FROM report r WHERE r.case_id = ?"
                    + " UNION SELECT r.id, r.case_id, r.received_at FROM report r"
                    + " JOIN case_fact f ON f.report_id = r.id WHERE f.case_id = ? AND f.type = ?"
                    + " ORDER BY received_at, id";

    private CaseReports() {}

    private record Candidate(ReportId report, CaseId bornIn) {}

    /** The earliest received first; empty for a case that was never heard of, and for an alias. */
    public static List<ReportId> of(Connection connection, CaseId caseId) throws SQLException {
        CaseFacts facts = new CaseFacts();
        List<ReportId> now = new ArrayList<>();
        for (Candidate one : candidates(connection, caseId)) {
            if (facts.of(connection, one.report(), one.bornIn()).inCase().equals(caseId)) {
                now.add(one.report());
            }
        }
        return now;
    }

    /**
     * Whom words about a case are for: its reports, or, once it is an alias, those that it had.
     * What was said of a case before it was set aside may come here after that.
     */
    public static List<ReportId> told(Connection connection, CaseId caseId) throws SQLException {
        List<ReportId> now = of(connection, caseId);
        return now.isEmpty()
                ? candidates(connection, caseId).stream().map(Candidate::report).toList()
                : now;
    }

    private static List<Candidate> candidates(Connection connection, CaseId caseId)
            throws SQLException {
        return Sql.list(
                connection,
                CANDIDATES,
                row ->
                        new Candidate(
                                new ReportId(row.getObject(1, UUID.class)),
                                new CaseId(row.getObject(2, UUID.class))),
                caseId.value(),
                caseId.value(),
                HeardFact.JOINED.ceType());
    }
}
