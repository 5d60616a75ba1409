package org.hikeshi.intake.form;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.hikeshi.intake.conversation.Conversations;
import org.hikeshi.intake.conversation.Reply;
import org.hikeshi.intake.conversation.Replying;
import org.hikeshi.intake.report.BodyProblems;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.upload.FormBody;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.intake.upload.SentForm;
import org.hikeshi.intake.upload.TooLargeException;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.web.multipart.Draining;
import org.hikeshi.web.multipart.MalformedBodyException;
import org.hikeshi.web.problem.ProblemException;

/** A reply or more files from a page: read while it arrives, sealed with the report's key. */
public final class PostedReply {

    private final SealedUploads uploads;
    private final Conversations conversations;
    private final Replying replying;
    private final IntakeSecret secret;

    public PostedReply(
            SealedUploads uploads,
            Conversations conversations,
            Replying replying,
            IntakeSecret secret) {
        this.uploads = uploads;
        this.conversations = conversations;
        this.replying = replying;
        this.secret = secret;
    }

    /**
     * @throws ProblemException if the body cannot be read as a form
     */
    public SentForm read(StoredReport report, InputStream body, String contentType) {
        var key = conversations.of(report.id()).contentKey();
        FormBody reading = new FormBody(uploads, Upload.into(report.id().value(), key));
        try {
            return reading.read(body, contentType);
        } catch (TooLargeException tooLarge) {
            reading.abandon();
            Draining.rest(body);
            throw new ProblemException(BodyProblems.tooLarge(tooLarge));
        } catch (MalformedBodyException malformed) {
            reading.abandon();
            Draining.rest(body);
            throw new ProblemException(BodyProblems.malformedMultipart());
        } catch (IOException gone) {
            reading.abandon();
            throw new ProblemException(BodyProblems.cut());
        }
    }

    /** Whether this very form was taken before, its files with it. */
    public boolean sentBefore(StoredReport report, SentForm form) {
        String id = id(report, form).toString();
        return conversations.of(report.id()).messages().stream()
                .anyMatch(message -> message.id().toString().equals(id));
    }

    /** Puts it into the conversation. */
    public Replying.Outcome send(StoredReport report, SentForm form) {
        Reply reply = new Reply(id(report, form), form.value("text"), form.upload(), form.files());
        Replying.Outcome outcome = replying.reply(report.id(), reply);
        if (outcome instanceof Replying.Said said && said.again()) {
            uploads.discard(form.upload());
        }
        return outcome;
    }

    private UUID id(StoredReport report, SentForm form) {
        String once = form.once();
        return Reply.id(report.id(), once.isEmpty() ? null : "reply " + once, secret);
    }
}
