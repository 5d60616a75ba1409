package org.hikeshi.notifier.acknowledgement;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Set;
import org.hikeshi.casefile.EventReading;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.EventType;
import org.hikeshi.events.MailTemplate;
import org.hikeshi.events.ObligationId;
import org.hikeshi.events.ReportReceived;
import org.hikeshi.messaging.EventHandler;
import org.hikeshi.messaging.IncomingEvent;
import org.hikeshi.messaging.Outcome;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.notifier.ledger.Audience;
import org.hikeshi.notifier.ledger.MailLedger;
import org.hikeshi.notifier.ledger.Owing;
import org.hikeshi.notifier.sending.DeliveringMail;
import org.hikeshi.policy.ClockName;
import org.hikeshi.policy.Policy;

/** A report was stored: its reporter is owed an acknowledgement. */
@Singleton
class OwingAcknowledgement implements EventHandler {
    private final PolicyVersions policies;
    private final MailLedger ledger;
    private final Transactions transactions;
    private final DeliveringMail delivering;

    OwingAcknowledgement(
            PolicyVersions policies,
            MailLedger ledger,
            Transactions transactions,
            DeliveringMail delivering) {
        this.policies = policies;
        this.ledger = ledger;
        this.transactions = transactions;
        this.delivering = delivering;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventType.REPORT_RECEIVED.ceType());
    }

    /**
     * @throws org.hikeshi.casefile.UnknownPolicyVersionException if the report is under a policy
     *     not known here: what it promises cannot be said, so the event waits
     */
    @Override
    public Outcome handle(Connection connection, IncomingEvent event) {
        ReportReceived received = EventReading.read(event, ReportReceived.class);
        Policy policy = policies.of(received.policyVersion().value());
        Owing owing = owing(event, received, policy);
        if (received.anonymous()) {
            ledger.oweOnStatusPage(owing);
        } else {
            ledger.owe(owing, "report:" + received.reportId(), delivering.newMessageId());
            transactions.afterCommit(delivering::wake);
        }
        return Outcome.handled();
    }

    private static Owing owing(IncomingEvent event, ReportReceived received, Policy policy) {
        return new Owing(
                ObligationId.random(),
                event.id(),
                event.correlationId(),
                clause(policy),
                Audience.REPORTER,
                MailTemplate.RECEIPT,
                received.caseId(),
                received.reportId(),
                received.trackingCode(),
                received.policyVersion(),
                received.language(),
                received.receivedAt());
    }

    /**
     * The clause that promises the receipt mail; a policy without one owes it by the house's own
     * rule.
     */
    private static String clause(Policy policy) {
        return policy.clock(ClockName.RECEIPT_MAIL).map(rule -> rule.clause().id()).orElse("house");
    }
}
