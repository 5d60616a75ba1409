package org.hikeshi.intake.conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hikeshi.events.MessageId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReporterReplied;
import org.hikeshi.intake.casefact.SayingFact;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.sql.Sql;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;

/**
 * The reporter writes or adds files, at any time, also after the end: message, files, audit row and
 * the fact for the others in one transaction.
 */
public final class Replying {

    /** Messages of one reporter about one report: nobody writes so many, a machine might. */
    private static final int MOST_MESSAGES = 1_000;

    /** Files of one report in all. */
    private static final int MOST_FILES = 100;

    private final Transactions transactions;
    private final ReportRows rows;
    private final AuditLog audit;
    private final SayingFact saying;
    private final AnswerDue answers;
    private final InstantSource clock;

    public Replying(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            SayingFact saying,
            AnswerDue answers,
            InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.saying = saying;
        this.answers = answers;
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Outcome {}

    /**
     * It is in the conversation.
     *
     * @param again true if this very message was there before; its files were not taken again
     */
    public record Said(UUID message, Instant at, boolean again) implements Outcome {}

    /** No more messages or files are taken for this report. */
    public record Full() implements Outcome {}

    /** Stores a reply, or finds it stored already. */
    public Outcome reply(ReportId report, Reply reply) {
        return transactions.inTransaction(connection -> store(connection, report, reply));
    }

    private Outcome store(Connection connection, ReportId id, Reply reply) throws SQLException {
        StoredReport report = rows.lock(connection, id).orElseThrow();
        if (full(connection, id, reply)) {
            return new Full();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        NewMessage message = NewMessage.written(reply.id(), MessageKind.REPLY, now, reply.text());
        var key = rows.contentKey(connection, id).orElseThrow();
        if (!Messages.put(connection, id, key, message)) {
            return new Said(reply.id(), now, true);
        }
        SealedUploads.adopt(
                connection, reply.upload(), id.value(), reply.id(), reply.files().size());
        audit.record(
                connection,
                AuditEntry.of("reporter", "message-written", reply.id().toString(), now));
        saying.say(
                connection,
                new ReporterReplied(report.caseId(), id, new MessageId(reply.id()), now));
        answers.due(connection, report);
        return new Said(reply.id(), now, false);
    }

    private static boolean full(Connection connection, ReportId report, Reply reply)
            throws SQLException {
        long messages =
                count(
                        connection,
                        "SELECT count(*) FROM message WHERE report_id = ? AND author = 'reporter'",
                        report);
        long files =
                count(connection, "SELECT count(*) FROM attachment WHERE report_id = ?", report);
        return messages >= MOST_MESSAGES || files + reply.files().size() > MOST_FILES;
    }

    private static long count(Connection connection, String sql, ReportId report)
            throws SQLException {
        return Sql.first(connection, sql, row -> row.getLong(1), report.value()).orElse(0L);
    }
}
