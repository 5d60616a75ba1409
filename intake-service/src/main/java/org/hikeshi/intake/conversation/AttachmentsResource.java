package org.hikeshi.intake.conversation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.conversation.MessageAnswer.FileAnswer;
import org.hikeshi.intake.conversation.MessageAnswer.Listed;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.intake.upload.StoredFiles;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Files of a report for the holder of its access key: what is there, one of them, more of them. */
@Path("/api/v1/reports/{trackingCode}/attachments")
@PermitAll
@RunOnVirtualThread
public class AttachmentsResource {

    private final ReporterAccess access;
    private final Conversations conversations;
    private final SealedUploads uploads;
    private final StoredFiles files;
    private final Replying replying;
    private final IntakeSecret secret;

    AttachmentsResource(
            ReporterAccess access,
            Conversations conversations,
            SealedUploads uploads,
            StoredFiles files,
            Replying replying,
            IntakeSecret secret) {
        this.access = access;
        this.conversations = conversations;
        this.uploads = uploads;
        this.files = files;
        this.replying = replying;
        this.secret = secret;
    }

    @GET
    @Reaches(Reach.REPORTER_KEY)
    @Produces(MediaType.APPLICATION_JSON)
    public Listed<FileAnswer> all(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        StoredReport report = access.authorised(code, authorization);
        return Listed.of(
                conversations.of(report.id()).files().stream().map(FileAnswer::of).toList());
    }

    @GET
    @Reaches(Reach.REPORTER_KEY)
    @Path("/{attachmentId}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response one(
            @PathParam("trackingCode") String code,
            @PathParam("attachmentId") String attachment,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        StoredReport report = access.authorised(code, authorization);
        Conversation conversation = conversations.of(report.id());
        return conversation
                .file(attachment)
                .map(
                        file ->
                                files.download(
                                        file,
                                        report.trackingCode().value(),
                                        conversation.contentKey()))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    @POST
    @Reaches(Reach.REPORTER_KEY)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.APPLICATION_JSON)
    public Response add(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            InputStream body) {
        StoredReport report = access.authorised(code, authorization);
        String name = RequestKey.checked(requestKey);
        Upload into = Upload.into(report.id().value(), conversations.of(report.id()).contentKey());
        SentFiles sent = new SentFiles(uploads, into);
        sent.read(body, contentType);
        Reply reply =
                new Reply(Reply.id(report.id(), name, secret), "", sent.upload(), sent.files());
        Replying.Outcome outcome = replying.reply(report.id(), reply);
        if (!(outcome instanceof Replying.Said said) || said.again()) {
            uploads.discard(sent.upload());
        }
        return MessagesResource.created(outcome);
    }
}
