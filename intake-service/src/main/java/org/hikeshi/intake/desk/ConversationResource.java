package org.hikeshi.intake.desk;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.intake.conversation.Conversations;
import org.hikeshi.intake.conversation.Message;
import org.hikeshi.intake.conversation.MessageAnswer;
import org.hikeshi.intake.conversation.MessageAnswer.Listed;
import org.hikeshi.intake.conversation.Reply;
import org.hikeshi.intake.conversation.RequestKey;
import org.hikeshi.intake.conversation.WritingToReporter;
import org.hikeshi.intake.conversation.WritingToReporter.Letter;
import org.hikeshi.intake.conversation.WrittenText;
import org.hikeshi.intake.report.ReportAnswers;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Language;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/conversations/{reportId}/messages}: the desk reads, the security office writes.
 */
@Path("/api/v1/conversations/{reportId}/messages")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ConversationResource {

    private final SecurityIdentity who;
    private final DeskAccess access;
    private final Conversations conversations;
    private final WritingToReporter writing;
    private final ReportAnswers answers;
    private final IntakeSecret secret;
    private final InstantSource clock;

    ConversationResource(
            SecurityIdentity who,
            DeskAccess access,
            Conversations conversations,
            WritingToReporter writing,
            ReportAnswers answers,
            IntakeSecret secret,
            InstantSource clock) {
        this.who = who;
        this.access = access;
        this.conversations = conversations;
        this.writing = writing;
        this.answers = answers;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * What is to be said: {@code text} as written, or {@code texts} by language; one of them.
     *
     * @param answerBy ISO 8601 with offset; with it the message is a question
     */
    public record Body(
            @Nullable String text,
            @Nullable Map<String, String> texts,
            @Nullable String answerBy) {}

    /** The message's id. */
    public record Written(String id) {}

    @GET
    @Reaches(Reach.CASE)
    @RolesAllowed({
        "security-office",
        "ciso",
        "developer",
        "qa",
        "legal",
        "communications",
        "supply-chain",
        "auditor"
    })
    public Listed<MessageAnswer> all(
            @PathParam("reportId") String reportId, @Context RoutingContext request) {
        StoredReport report = access.open(reportId, who).report();
        Language language = Language.valueOf(answers.language(report, request).name());
        return Listed.of(MessageAnswer.all(conversations.of(report.id()), language));
    }

    @POST
    @Reaches(Reach.CASE)
    @RolesAllowed("security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response write(
            @PathParam("reportId") String reportId,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            Body body) {
        StoredReport report = access.open(reportId, who).report();
        String key = RequestKey.checked(requestKey);
        String staff = who.getPrincipal().getName();
        UUID id = Reply.id(report.id(), key == null ? null : "desk " + staff + " " + key, secret);
        writing.write(
                report.id(),
                new Letter(id, staff, texts(body), answerBy(body.answerBy(), clock.instant())));
        return Response.status(Response.Status.CREATED).entity(new Written(id.toString())).build();
    }

    private static Map<String, String> texts(Body body) {
        Map<String, String> given = body.texts();
        if (given == null) {
            return Map.of(Message.AS_WRITTEN, WrittenText.required("/text", body.text()));
        }
        if (body.text() != null) {
            throw refusal("/texts", "text-or-texts");
        }
        Map<String, String> texts = new HashMap<>();
        given.forEach(
                (tag, text) -> {
                    if (Language.of(tag).isEmpty()) {
                        throw refusal("/texts", "not-a-language");
                    }
                    texts.put(tag, WrittenText.required("/texts/" + tag, text));
                });
        if (texts.isEmpty()) {
            throw refusal("/texts", "required");
        }
        return texts;
    }

    static @Nullable Instant answerBy(@Nullable String written, Instant now) {
        if (written == null) {
            return null;
        }
        try {
            Instant answerBy = OffsetDateTime.parse(written).toInstant();
            if (!answerBy.isAfter(now)) {
                throw refusal("/answerBy", "in-the-past");
            }
            return answerBy;
        } catch (DateTimeException unreadable) {
            throw refusal("/answerBy", "not-an-instant");
        }
    }

    private static ProblemException refusal(String pointer, String code) {
        return new ProblemException(Problem.fields(List.of(FieldError.at(pointer, code))));
    }
}
