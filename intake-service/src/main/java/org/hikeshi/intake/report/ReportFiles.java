package org.hikeshi.intake.report;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/** What a reporter may take home: the receipt, its signature, and the report it hashes. */
public final class ReportFiles {

    private final Transactions transactions;
    private final ReportRows rows;

    public ReportFiles(Transactions transactions, ReportRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    /** The files there are. */
    public enum Kind {
        RECEIPT("receipt.txt", "text/plain;charset=UTF-8"),
        SIGNATURE("receipt.sig", "application/octet-stream"),
        REPORT("report.json", "application/json");

        private final String name;
        private final String type;

        Kind(String name, String type) {
            this.name = name;
            this.type = type;
        }
    }

    /** A download; the common 404 where there is no report to take it from. */
    public Response answer(Optional<StoredReport> report, Kind kind) {
        StoredReport known = report.orElseThrow(() -> new ProblemException(Problem.notFound()));
        byte[] bytes =
                switch (kind) {
                    case RECEIPT -> known.receipt().bytes();
                    case SIGNATURE -> known.receipt().ed25519();
                    case REPORT -> transactions.inTransaction(c -> rows.canonical(c, known));
                };
        return Response.ok(bytes, kind.type)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\""
                                + known.trackingCode().value()
                                + "-"
                                + kind.name
                                + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
