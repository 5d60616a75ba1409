package org.hikeshi.intake.desk;

import java.time.InstantSource;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/** Shows who reported, and puts on record who looked and what for, in one transaction (Z-conf). */
public final class RevealingReporter {

    private final Transactions transactions;
    private final ReportRows rows;
    private final AuditLog audit;
    private final InstantSource clock;

    public RevealingReporter(
            Transactions transactions, ReportRows rows, AuditLog audit, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** Nobody for an anonymous reporter: that somebody looked is on record all the same. */
    Report.Reporter reveal(ReportId report, Purpose purpose, String staff) {
        return transactions.inTransaction(
                connection -> {
                    audit.record(
                            connection,
                            AuditEntry.of(
                                    staff,
                                    "identity-revealed-" + purpose.written(),
                                    report.toString(),
                                    clock.instant()));
                    return rows.reporter(connection, report).orElse(Report.Reporter.NOBODY);
                });
    }
}
