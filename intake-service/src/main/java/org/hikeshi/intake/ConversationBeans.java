package org.hikeshi.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.hikeshi.casefile.CaseEvents;
import org.hikeshi.casefile.TaskDesk;
import org.hikeshi.intake.casefact.SayingFact;
import org.hikeshi.intake.conversation.AnswerDue;
import org.hikeshi.intake.conversation.Conversations;
import org.hikeshi.intake.conversation.RecordingTold;
import org.hikeshi.intake.conversation.Replying;
import org.hikeshi.intake.conversation.ReportersWords;
import org.hikeshi.intake.conversation.WritingToReporter;
import org.hikeshi.intake.coordination.TakingPart;
import org.hikeshi.intake.form.PostedReply;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.intake.upload.StoredFiles;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;

/** What the conversation of a report is made of, once per service. */
@ApplicationScoped
class ConversationBeans {

    @Produces
    @Singleton
    SayingFact saying(CaseEvents events) {
        return new SayingFact(events);
    }

    @Produces
    @Singleton
    AnswerDue answerDue(TaskDesk tasks) {
        return new AnswerDue(tasks);
    }

    @Produces
    @Singleton
    Conversations conversations(Transactions transactions, ReportRows rows, Clock clock) {
        return new Conversations(transactions, rows, clock);
    }

    @Produces
    @Singleton
    Replying replying(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            SayingFact saying,
            AnswerDue answers,
            Clock clock) {
        return new Replying(transactions, rows, audit, saying, answers, clock);
    }

    @Produces
    @Singleton
    WritingToReporter writing(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            SayingFact saying,
            AnswerDue answers,
            Clock clock) {
        return new WritingToReporter(transactions, rows, audit, saying, answers, clock);
    }

    @Produces
    @Singleton
    RecordingTold told(Transactions transactions, ReportRows rows, AuditLog audit, Clock clock) {
        return new RecordingTold(transactions, rows, audit, clock);
    }

    @Produces
    @Singleton
    TakingPart taking(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            SayingFact saying,
            Clock clock) {
        return new TakingPart(transactions, rows, audit, saying, new ReportersWords(rows), clock);
    }

    @Produces
    @Singleton
    StoredFiles storedFiles(Transactions transactions) {
        return new StoredFiles(transactions);
    }

    @Produces
    @Singleton
    PostedReply postedReply(
            SealedUploads uploads,
            Conversations conversations,
            Replying replying,
            IntakeSecret secret) {
        return new PostedReply(uploads, conversations, replying, secret);
    }
}
