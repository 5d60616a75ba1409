package org.hikeshi.intake.coordination;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.FixVerdict;
import org.hikeshi.events.ProposalId;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.conversation.Reply;
import org.hikeshi.intake.conversation.RequestKey;
import org.hikeshi.intake.conversation.WrittenText;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The reporter's steps for programs. A step that is not possible now is a 409 whose code is the
 * reason; a foreign report's code or key is the common 404.
 */
@Path("/api/v1/reports/{trackingCode}")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class CoordinationResource {

    private final ReporterAccess access;
    private final TakingPart taking;
    private final IntakeSecret secret;
    private final InstantSource clock;

    CoordinationResource(
            ReporterAccess access, TakingPart taking, IntakeSecret secret, InstantSource clock) {
        this.access = access;
        this.taking = taking;
        this.secret = secret;
        this.clock = clock;
    }

    /**
     * @param answer {@code accept} or {@code counter}
     * @param counterDate ISO 8601 with offset, with {@code counter} only
     * @param proposalId of the proposal meant; the open one if it is left out
     */
    public record DateBody(
            @Nullable String answer,
            @Nullable String counterDate,
            @Nullable String proposalId,
            @Nullable String comment) {}

    /**
     * @param verdict {@code fixed}, {@code not-fixed} or {@code partly}
     */
    public record FixBody(@Nullable String verdict, @Nullable String comment) {}

    /** Words without which the step says nothing. */
    public record TextBody(@Nullable String text) {}

    /** It is recorded. */
    public record Recorded(Instant at) {}

    /** Who asks, as the headers say. */
    private record Asker(StoredReport report, @Nullable String requestKey) {}

    @POST
    @Reaches(Reach.REPORTER_KEY)
    @Path("/disclosure-answer")
    public Recorded answerDate(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            DateBody body) {
        Asker asker = asker(code, authorization, requestKey);
        boolean counter = "counter".equals(body.answer());
        if (!counter && !"accept".equals(body.answer())) {
            throw refusal("/answer", "not-an-answer");
        }
        if (counter == (body.counterDate() == null)) {
            throw refusal("/counterDate", counter ? "required" : "only-with-counter");
        }
        Instant date = body.counterDate() == null ? null : future(body.counterDate());
        Step step = new Step.AnswerDate(proposal(body.proposalId()), date);
        return take(asker, step, WrittenText.optional("/comment", body.comment()));
    }

    @POST
    @Reaches(Reach.REPORTER_KEY)
    @Path("/verification")
    public Recorded checkFix(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            FixBody body) {
        Asker asker = asker(code, authorization, requestKey);
        FixVerdict verdict =
                switch (body.verdict()) {
                    case "fixed" -> FixVerdict.FIXED;
                    case "not-fixed" -> FixVerdict.NOT_FIXED;
                    case "partly" -> FixVerdict.PARTLY;
                    case null, default -> throw refusal("/verdict", "not-a-verdict");
                };
        return take(
                asker,
                new Step.CheckFix(verdict),
                WrittenText.optional("/comment", body.comment()));
    }

    @POST
    @Reaches(Reach.REPORTER_KEY)
    @Path("/objection")
    public Recorded object(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            TextBody body) {
        Asker asker = asker(code, authorization, requestKey);
        String text = WrittenText.required("/text", body.text());
        return take(asker, new Step.ObjectToClosure(), text);
    }

    @POST
    @Reaches(Reach.REPORTER_KEY)
    @Path("/feedback")
    public Recorded feedback(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            TextBody body) {
        Asker asker = asker(code, authorization, requestKey);
        String text = WrittenText.required("/text", body.text());
        return take(asker, new Step.GiveFeedback(), text);
    }

    private Asker asker(String code, @Nullable String authorization, @Nullable String requestKey) {
        StoredReport report = access.authorised(code, authorization);
        return new Asker(report, RequestKey.checked(requestKey));
    }

    private Recorded take(Asker asker, Step step, String text) {
        String key = asker.requestKey();
        String named = key == null ? null : step.act().written() + " " + key;
        UUID request = Reply.id(asker.report().id(), named, secret);
        return switch (taking.take(asker.report().id(), step, text, request)) {
            case TakingPart.Taken taken -> new Recorded(taken.at());
            case TakingPart.Refused refused ->
                    throw new ProblemException(Problem.of(409, refused.reason().code()));
        };
    }

    private Instant future(String written) {
        Instant date;
        try {
            date = OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException unreadable) {
            throw refusal("/counterDate", "not-an-instant");
        }
        Optional<String> wrong = ProposedDates.refusal(date, clock.instant());
        if (wrong.isPresent()) {
            throw refusal("/counterDate", wrong.get());
        }
        return date;
    }

    private static @Nullable ProposalId proposal(@Nullable String id) {
        try {
            return id == null ? null : ProposalId.parse(id);
        } catch (IllegalArgumentException noId) {
            throw refusal("/proposalId", "not-an-id");
        }
    }

    private static ProblemException refusal(String pointer, String code) {
        return new ProblemException(Problem.fields(List.of(FieldError.at(pointer, code))));
    }
}
