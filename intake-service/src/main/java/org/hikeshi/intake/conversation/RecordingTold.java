package org.hikeshi.intake.conversation;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.casefact.CaseReports;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * Words of triage, release and disclosure for the reporters of a case. Each report gets its own
 * message, anonymous ones too, once per event: the id of a message follows from event and report,
 * so sending again changes nothing.
 */
public final class RecordingTold {

    private final Transactions transactions;
    private final ReportRows rows;
    private final AuditLog audit;
    private final InstantSource clock;

    public RecordingTold(
            Transactions transactions, ReportRows rows, AuditLog audit, InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param event which fact these words belong to
     * @param report the only one told, empty for all reports of the case
     * @param service who tells
     * @param texts by language tag
     */
    record Told(
            CaseId caseId,
            UUID event,
            Optional<ReportId> report,
            MessageKind kind,
            String service,
            Map<String, String> texts) {}

    /**
     * Stores it in each conversation it is for.
     *
     * @return false if intake knows no such report in this case (yet)
     */
    boolean record(Told told) {
        return transactions.inTransaction(connection -> store(connection, told));
    }

    private boolean store(Connection connection, Told told) throws SQLException {
        List<ReportId> of = CaseReports.told(connection, told.caseId());
        List<ReportId> reports =
                told.report().map(one -> of.stream().filter(one::equals).toList()).orElse(of);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (ReportId report : reports) {
            var key = rows.contentKey(connection, report).orElseThrow();
            NewMessage message =
                    new NewMessage(
                            id(told.event(), report),
                            told.kind(),
                            now,
                            null,
                            null,
                            told.texts(),
                            told.report().isEmpty()
                                    ? new NewMessage.ToldToAll(told.caseId(), told.event())
                                    : null);
            if (Messages.put(connection, report, key, message)) {
                audit.record(
                        connection,
                        AuditEntry.of(
                                told.service(), "reporter-told", message.id().toString(), now));
            }
        }
        return !reports.isEmpty();
    }

    static UUID id(UUID event, ReportId report) {
        return UUID.nameUUIDFromBytes(
                ("told " + event + " " + report).getBytes(StandardCharsets.UTF_8));
    }
}
