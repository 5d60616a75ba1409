package org.hikeshi.intake.lostkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.intake.access.FailureBrake;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.secret.SealedCookies;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;

/** What a lost key needs. */
@ApplicationScoped
class LostKeyBeans {

    @Produces
    @Singleton
    AskingForKey asking(
            Transactions transactions,
            ReportRows rows,
            CaseEvents events,
            AuditLog audit,
            Clock clock) {
        return new AskingForKey(transactions, rows, events, audit, new FailureBrake(clock), clock);
    }

    @Produces
    @Singleton
    RenewingKey renewing(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            IntakeSecret secret,
            Clock clock) {
        return new RenewingKey(
                transactions,
                rows,
                audit,
                new SealedCookies(secret, "open", Duration.ofDays(1), clock),
                clock);
    }
}
