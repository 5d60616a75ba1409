package org.hikeshi.intake.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.intake.conversation.Conversations;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;

/** What the desk's side is made of. */
@ApplicationScoped
class DeskBeans {

    @Produces
    @Singleton
    DeskAccess access(Transactions transactions, ReportRows rows, CaseAccess cases) {
        return new DeskAccess(transactions, rows, cases);
    }

    @Produces
    @Singleton
    ReportList list(Transactions transactions) {
        return new ReportList(transactions);
    }

    @Produces
    @Singleton
    ReportView view(Transactions transactions, ReportRows rows, Conversations conversations) {
        return new ReportView(transactions, rows, conversations);
    }

    @Produces
    @Singleton
    RevealingReporter revealing(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            CaseEvents events,
            Clock clock,
            @ConfigProperty(name = "hikeshi.identity-reads-an-hour", defaultValue = "10")
                    int usual) {
        return new RevealingReporter(transactions, rows, audit, events, clock, usual);
    }
}
