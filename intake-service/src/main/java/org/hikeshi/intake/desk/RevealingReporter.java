package org.hikeshi.intake.desk;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.events.IdentityPurpose;
import org.hikeshi.events.IdentityRead;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.StaffId;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * Shows who reported, and in the same transaction puts on record who looked and what for, and says
 * so to those who watch over access (Z-conf).
 */
public final class RevealingReporter {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Transactions transactions;
    private final ReportRows rows;
    private final AuditLog audit;
    private final CaseEvents events;
    private final InstantSource clock;
    private final int usual;

    /**
     * @param usual how many reporters one person may look at within an hour before the alarm says
     *     that it is unusual; nobody is kept from looking
     */
    public RevealingReporter(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            CaseEvents events,
            InstantSource clock,
            int usual) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.usual = usual;
    }

    /** Nobody for an anonymous reporter: that somebody looked is on record all the same. */
    Report.Reporter reveal(StoredReport report, Purpose purpose, StaffId staff) {
        return transactions.inTransaction(
                connection -> {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    int within = looked(connection, report.id(), staff, now);
                    audit.record(
                            connection,
                            AuditEntry.of(
                                    staff.value(),
                                    "identity-revealed-" + purpose.written(),
                                    report.id().toString(),
                                    now));
                    events.say(
                            connection,
                            new IdentityRead(
                                    report.caseId(),
                                    report.id(),
                                    staff,
                                    IdentityPurpose.valueOf(purpose.name()),
                                    within,
                                    within > usual,
                                    now),
                            null);
                    return rows.reporter(connection, report.id()).orElse(Report.Reporter.NOBODY);
                });
    }

    /** How many reporters this person looked at within the hour, this one included; one by one. */
    private static int looked(Connection connection, ReportId report, StaffId staff, Instant now)
            throws SQLException {
        Sql.first(
                connection,
                "SELECT 1 FROM pg_advisory_xact_lock(hashtextextended('identity-read|' || ?, 0))",
                row -> row.getInt(1),
                staff.value());
        Sql.change(
                connection,
                "INSERT INTO identity_read (staff, report_id, at) VALUES (?, ?, ?)",
                staff.value(),
                report.value(),
                now);
        return Sql.first(
                        connection,
                        "SELECT count(DISTINCT report_id) FROM identity_read WHERE staff = ? AND at > ?",
                        row -> row.getInt(1),
                        staff.value(),
                        now.minus(HOUR))
                .orElse(1);
    }
}
