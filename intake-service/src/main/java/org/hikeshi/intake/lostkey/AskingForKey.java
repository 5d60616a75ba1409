package org.hikeshi.intake.lostkey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.events.AccessKeyAsked;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.intake.access.FailureBrake;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/** Takes the question at once, and works out later whether a mail is owed. */
public final class AskingForKey {

    /** Mails to one reporter in a day, however often somebody asks. */
    private static final int MOST_A_DAY = 3;

    private static final Duration DAY = Duration.ofDays(1);

    private final Transactions transactions;
    private final ReportRows rows;
    private final CaseEvents events;
    private final AuditLog audit;
    private final FailureBrake brake;
    private final InstantSource clock;

    /**
     * @param brake of its own: who floods this door slows nobody at another
     */
    public AskingForKey(
            Transactions transactions,
            ReportRows rows,
            CaseEvents events,
            AuditLog audit,
            FailureBrake brake,
            InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.events = events;
        this.audit = audit;
        this.brake = brake;
        this.clock = clock;
    }

    /** One insert, whatever was typed; nobody can see from outside whether there is such a code. */
    void ask(String typedCode) {
        brake.hold();
        String code = TrackingCode.parse(typedCode).map(TrackingCode::value).orElse("");
        Instant now = clock.instant();
        transactions.doInTransaction(
                connection ->
                        Sql.change(
                                connection,
                                "INSERT INTO key_question (id, code, asked_at) VALUES (?, ?, ?)"
                                        + " ON CONFLICT DO NOTHING",
                                UUID.randomUUID(),
                                code,
                                now));
    }

    /** Works one question through; false if there is none. The round of a worker. */
    public boolean answerOne() {
        return transactions.inTransaction(
                connection -> {
                    Optional<String> code =
                            Sql.first(
                                    connection,
                                    "DELETE FROM key_question WHERE id = (SELECT id FROM"
                                            + " key_question ORDER BY asked_at LIMIT 1"
                                            + " FOR UPDATE SKIP LOCKED) RETURNING code",
                                    row -> row.getString(1));
                    if (code.isPresent()) {
                        owe(connection, code.get());
                    }
                    return code.isPresent();
                });
    }

    private void owe(Connection connection, String code) throws SQLException {
        Optional<ReportRows.KeyState> state = rows.keyState(connection, code);
        if (state.isEmpty()) {
            return;
        }
        StoredReport report = rows.lock(connection, new ReportId(state.get().id())).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!report.reachable() || sent(connection, report, now) >= MOST_A_DAY) {
            return;
        }
        Sql.change(
                connection,
                "INSERT INTO key_link (id, report_id, owed_at) VALUES (?, ?, ?)",
                UUID.randomUUID(),
                report.id().value(),
                now);
        audit.record(
                connection,
                AuditEntry.of("reporter", "access-key-asked", report.id().toString(), now));
        events.say(connection, new AccessKeyAsked(report.caseId(), report.id(), now), null);
    }

    private static long sent(Connection connection, StoredReport report, Instant now)
            throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT count(*) FROM key_link WHERE report_id = ? AND owed_at > ?",
                        row -> row.getLong(1),
                        report.id().value(),
                        now.minus(DAY))
                .orElse(0L);
    }
}
