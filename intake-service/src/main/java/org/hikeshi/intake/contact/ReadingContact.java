package org.hikeshi.intake.contact;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/** Reads a reporter's identity and puts on record that it was read, in one transaction. */
public final class ReadingContact {

    private final Transactions transactions;
    private final ReportRows rows;
    private final AuditLog audit;
    private final InstantSource clock;

    public ReadingContact(
            Transactions transactions, ReportRows rows, AuditLog audit, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<ContactResource.Contact> read(ReportId id) {
        return transactions.inTransaction(connection -> read(connection, id));
    }

    private Optional<ContactResource.Contact> read(Connection connection, ReportId id)
            throws SQLException {
        Optional<StoredReport> report = rows.byId(connection, id);
        if (report.isEmpty()) {
            return Optional.empty();
        }
        audit.record(
                connection,
                AuditEntry.of("notifier", "identity-read", id.toString(), clock.instant()));
        Report.Reporter reporter = rows.reporter(connection, id).orElse(Report.Reporter.NOBODY);
        return report.map(stored -> contact(stored, reporter));
    }

    private static ContactResource.Contact contact(StoredReport report, Report.Reporter reporter) {
        String language = report.language();
        return new ContactResource.Contact(
                report.id().toString(),
                reporter.reachable() ? reporter.email() : null,
                reporter.name().isEmpty() ? null : reporter.name(),
                language == null ? "both" : language,
                report.trackingCode().value(),
                report.receivedAt(),
                report.policyVersion());
    }
}
