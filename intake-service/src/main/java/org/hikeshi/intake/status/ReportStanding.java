package org.hikeshi.intake.status;

import java.time.InstantSource;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.intake.casefact.CaseFacts;
import org.hikeshi.intake.casefact.CaseHistory;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.messaging.Transactions;

/** Finds out where a report stands now. */
public final class ReportStanding {

    private final Transactions transactions;
    private final PolicyVersions policies;
    private final InstantSource clock;
    private final CaseFacts facts = new CaseFacts();

    public ReportStanding(Transactions transactions, PolicyVersions policies, InstantSource clock) {
        this.transactions = transactions;
        this.policies = policies;
        this.clock = clock;
    }

    Standing of(StoredReport report, Conversation conversation) {
        CaseHistory history =
                transactions.inTransaction(
                        connection -> facts.of(connection, report.id(), report.caseId()));
        return Standing.of(
                new Known(
                        report.receivedAt(),
                        policies.of(report.policyVersion()),
                        policies.promises(report.policyVersion(), report.receivedAt()),
                        history,
                        conversation.messages().stream()
                                .map(message -> new Known.Word(message.kind(), message.at()))
                                .toList(),
                        clock.instant()));
    }
}
