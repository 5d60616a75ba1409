package org.hikeshi.intake.conversation;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.events.MessageId;
import org.hikeshi.events.ReportId;
import org.hikeshi.events.ReporterAsked;
import org.hikeshi.intake.casefact.SayingFact;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;
import org.jspecify.annotations.Nullable;

/**
 * A person of the desk writes to a reporter. With a date it is a question: if no answer comes, the
 * desk goes on with what it has; nothing stops by it.
 */
public final class WritingToReporter {

    private final Transactions transactions;
    private final ReportRows rows;
    private final AuditLog audit;
    private final SayingFact saying;
    private final AnswerDue answers;
    private final InstantSource clock;

    public WritingToReporter(
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

    /**
     * What is to be said.
     *
     * @param id of the message; the same is stored once
     * @param answerBy until when an answer is hoped for, null if this is no question
     */
    public record Letter(
            UUID id, String staff, Map<String, String> texts, @Nullable Instant answerBy) {}

    /** Stores a message; the same one again changes nothing. */
    public void write(ReportId report, Letter letter) {
        transactions.doInTransaction(connection -> store(connection, report, letter));
    }

    private void store(Connection connection, ReportId id, Letter letter) throws SQLException {
        StoredReport report = rows.lock(connection, id).orElseThrow();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant answerBy = letter.answerBy();
        NewMessage message =
                new NewMessage(
                        letter.id(),
                        answerBy == null ? MessageKind.WORD : MessageKind.QUESTION,
                        now,
                        answerBy,
                        letter.staff(),
                        letter.texts(),
                        null);
        var key = rows.contentKey(connection, id).orElseThrow();
        if (!Messages.put(connection, id, key, message)) {
            return;
        }
        audit.record(
                connection,
                AuditEntry.of(letter.staff(), "message-written", letter.id().toString(), now));
        saying.say(
                connection,
                new ReporterAsked(report.caseId(), id, new MessageId(letter.id()), answerBy));
        answers.done(connection, report);
    }
}
