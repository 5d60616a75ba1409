package org.hikeshi.intake.status;

import java.time.InstantSource;
import java.util.List;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.status.ReportFacts.ReportFact;
import org.hikeshi.messaging.Transactions;

/** Finds out where a report stands now. */
public final class ReportStanding {

    private final Transactions transactions;
    private final PolicyVersions policies;
    private final InstantSource clock;
    private final ReportFacts facts = new ReportFacts();

    public ReportStanding(Transactions transactions, PolicyVersions policies, InstantSource clock) {
        this.transactions = transactions;
        this.policies = policies;
        this.clock = clock;
    }

    Standing of(StoredReport report) {
        List<ReportFact> known =
                transactions.inTransaction(connection -> facts.of(connection, report.id()));
        return Standing.of(
                report.receivedAt(),
                policies.promises(report.policyVersion(), report.receivedAt()),
                known,
                clock.instant());
    }
}
