package org.hikeshi.intake.conversation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
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
import java.time.Instant;
import java.util.List;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.conversation.MessageAnswer.Listed;
import org.hikeshi.intake.report.ReportAnswers;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.trust.DataKey;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Language;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The conversation for the holder of a report's access key. */
@Path("/api/v1/reports/{trackingCode}/messages")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    private final ReporterAccess access;
    private final Conversations conversations;
    private final Replying replying;
    private final ReportAnswers answers;
    private final IntakeSecret secret;

    MessagesResource(
            ReporterAccess access,
            Conversations conversations,
            Replying replying,
            ReportAnswers answers,
            IntakeSecret secret) {
        this.access = access;
        this.conversations = conversations;
        this.replying = replying;
        this.answers = answers;
        this.secret = secret;
    }

    /** What is written. */
    public record Body(@Nullable String text) {}

    /** Where it is now. */
    public record Written(String id, Instant at) {}

    @GET
    @Reaches(Reach.REPORTER_KEY)
    public Listed<MessageAnswer> all(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context RoutingContext request) {
        StoredReport report = access.authorised(code, authorization);
        Language language = Language.valueOf(answers.language(report, request).name());
        return Listed.of(
                MessageAnswer.all(
                        conversations.shownTo(Conversations.Reader.REPORTER, report.id()),
                        language));
    }

    @POST
    @Reaches(Reach.REPORTER_KEY)
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            Body body) {
        StoredReport report = access.authorised(code, authorization);
        String text = WrittenText.required("/text", body.text());
        String name = RequestKey.checked(requestKey);
        Reply reply =
                new Reply(
                        Reply.id(report.id(), name, secret),
                        text,
                        Upload.into(report.id().value(), DataKey.generate()),
                        List.of());
        return created(replying.reply(report.id(), reply));
    }

    static Response created(Replying.Outcome outcome) {
        return switch (outcome) {
            case Replying.Said said ->
                    Response.status(Response.Status.CREATED)
                            .entity(new Written(said.message().toString(), said.at()))
                            .build();
            case Replying.Full() ->
                    throw new ProblemException(Problem.of(409, "conversation-full"));
        };
    }
}
