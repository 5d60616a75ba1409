package org.hikeshi.intake.status;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.intake.access.ReportCookie;
import org.hikeshi.intake.access.ReportCookies;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.conversation.Conversations;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.conversation.Replying;
import org.hikeshi.intake.form.PostedReply;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.intake.upload.SentForm;
import org.hikeshi.intake.upload.StoredFiles;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.multipart.Draining;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/** Reply and files on the status page; a form that fails keeps its text and its files. */
@Path("/status")
@PermitAll
@RunOnVirtualThread
public class StatusReplies {

    private final ReporterAccess access;
    private final ReportCookie cookie;
    private final Conversations conversations;
    private final StoredFiles stored;
    private final SealedUploads uploads;
    private final PostedReply posted;
    private final StatusPage page;

    StatusReplies(
            ReporterAccess access,
            ReportCookies cookies,
            Conversations conversations,
            StoredFiles stored,
            SealedUploads uploads,
            PostedReply posted,
            StatusPage page) {
        this.access = access;
        this.cookie = cookies.status();
        this.conversations = conversations;
        this.stored = stored;
        this.uploads = uploads;
        this.posted = posted;
        this.page = page;
    }

    @POST
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/messages")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response reply(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            @Context RoutingContext request) {
        Optional<StoredReport> report = report(request);
        if (report.isEmpty()) {
            Draining.rest(body);
            return StatusForms.toStatus("");
        }
        SentForm form = posted.read(report.get(), body, contentType);
        if (!form.fileToRemove().isEmpty()) {
            return Response.ok(again(report.get(), form.without(uploads), List.of())).build();
        }
        List<FieldError> errors = new ArrayList<>(form.faults());
        if (form.lostFiles() && !posted.sentBefore(report.get(), form)) {
            errors.add(FieldError.at("/files", "files-gone"));
        }
        if (errors.isEmpty() && form.value("text").isBlank() && form.files().isEmpty()) {
            errors.add(FieldError.at("/text", "text-or-file"));
        }
        if (!errors.isEmpty()) {
            return Response.status(422).entity(again(report.get(), form, errors)).build();
        }
        return switch (posted.send(report.get(), form)) {
            case Replying.Said said -> StatusForms.toStatus("#conversation");
            case Replying.Full() ->
                    Response.status(409)
                            .entity(
                                    again(
                                            report.get(),
                                            form,
                                            List.of(FieldError.at("/text", "conversation-full"))))
                            .build();
        };
    }

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/files/{file}")
    @Operation(hidden = true)
    public Response file(@PathParam("file") String file, @Context RoutingContext request) {
        StoredReport report =
                report(request).orElseThrow(() -> new ProblemException(Problem.notFound()));
        Conversation conversation = conversations.of(report.id());
        return conversation
                .file(file)
                .map(
                        one ->
                                stored.download(
                                        one,
                                        report.trackingCode().value(),
                                        conversation.contentKey()))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private io.quarkus.qute.TemplateInstance again(
            StoredReport report, SentForm form, List<FieldError> errors) {
        return page.again(report, new Filled(form.values(), errors), form);
    }

    private Optional<StoredReport> report(RoutingContext request) {
        return cookie.session(request).flatMap(access::open);
    }
}
