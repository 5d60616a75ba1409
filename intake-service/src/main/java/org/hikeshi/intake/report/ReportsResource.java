package org.hikeshi.intake.report;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.Channel;
import org.hikeshi.intake.report.ReceivingReport.KeyUsedOtherwise;
import org.hikeshi.intake.report.ReceivingReport.Received;
import org.hikeshi.intake.report.ReportReader.Malformed;
import org.hikeshi.intake.report.ReportReader.Read;
import org.hikeshi.intake.report.ReportReader.Unfit;
import org.hikeshi.intake.upload.SealedUploads;
import org.hikeshi.intake.upload.TooLargeException;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.multipart.Draining;
import org.hikeshi.web.multipart.MalformedBodyException;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/reports}: JSON, or multipart with files. No account, no address kept. */
@Path("/api/v1/reports")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ReportsResource {

    private static final Pattern REQUEST_KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
    private static final Pattern OTHER_CHARSET =
            Pattern.compile("(?i).*;\\s*charset\\s*=\\s*\"?(?!utf-8\"?\\s*(;|$)).*");

    private final ReportReader reader;
    private final SealedUploads uploads;
    private final ReceivingReport receiving;
    private final ReportAnswers answers;
    private final InstantSource clock;

    ReportsResource(
            ReportReader reader,
            SealedUploads uploads,
            ReceivingReport receiving,
            ReportAnswers answers,
            InstantSource clock) {
        this.reader = reader;
        this.uploads = uploads;
        this.receiving = receiving;
        this.answers = answers;
        this.clock = clock;
    }

    @POST
    @Reaches(Reach.PUBLIC)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Report a vulnerability")
    public Response json(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            @Context RoutingContext request) {
        return take(new Body(body, contentType, false), requestKey, request);
    }

    @POST
    @Reaches(Reach.PUBLIC)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "Report a vulnerability with files")
    public Response multipart(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            @HeaderParam("Idempotency-Key") @Nullable String requestKey,
            @Context RoutingContext request) {
        return take(new Body(body, contentType, true), requestKey, request);
    }

    private record Body(InputStream stream, String contentType, boolean multipart) {}

    private Response take(Body body, @Nullable String requestKey, RoutingContext request) {
        Sent sent = new Sent(uploads);
        boolean stored = false;
        try {
            check(body, requestKey);
            read(body, sent);
            Received received = store(sent, requestKey);
            stored = !received.again();
            return created(received, request);
        } catch (ProblemException refused) {
            Draining.rest(body.stream());
            throw refused;
        } finally {
            if (!stored) {
                sent.discard();
            }
        }
    }

    private static void check(Body body, @Nullable String requestKey) {
        if (OTHER_CHARSET.matcher(body.contentType()).matches()) {
            throw new ProblemException(Problem.of(415, "media-type"));
        }
        if (requestKey != null && !REQUEST_KEY.matcher(requestKey).matches()) {
            throw refusal(FieldError.at("", "idempotency-key"));
        }
    }

    private static void read(Body body, Sent sent) {
        try {
            if (body.multipart()) {
                sent.readMultipart(body.stream(), body.contentType());
            } else {
                sent.readJson(body.stream());
            }
        } catch (MalformedBodyException malformed) {
            throw new ProblemException(BodyProblems.malformedMultipart());
        } catch (TooLargeException tooLarge) {
            throw new ProblemException(BodyProblems.tooLarge(tooLarge));
        } catch (IOException gone) {
            throw new ProblemException(BodyProblems.cut());
        }
        if (!sent.errors().isEmpty()) {
            throw new ProblemException(Problem.fields(sent.errors()));
        }
    }

    private Received store(Sent sent, @Nullable String requestKey) {
        // It may be tomorrow already where the reporter lives.
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
        Report report =
                switch (reader.read(sent.report(), latest)) {
                    case Read(Report read) -> read;
                    case Malformed() -> throw new ProblemException(Problem.malformedJson());
                    case Unfit(List<FieldError> errors) ->
                            throw new ProblemException(Problem.fields(errors));
                };
        if (report.saysNothing() && sent.files().isEmpty()) {
            throw refusal(FieldError.at("/description", "description-or-file"));
        }
        Submission submission =
                new Submission(
                        report,
                        sent.report(),
                        sent.upload(),
                        sent.files(),
                        Channel.API,
                        requestKey);
        return switch (receiving.receive(submission)) {
            case Received received -> received;
            case KeyUsedOtherwise() -> throw refusal(FieldError.at("", "key-used-otherwise"));
        };
    }

    private Response created(Received received, RoutingContext request) {
        ReportAnswer answer = answers.of(received.report(), request);
        return Response.created(URI.create(answers.addressOf(received.report().trackingCode())))
                .entity(answer)
                .build();
    }

    private static ProblemException refusal(FieldError error) {
        return new ProblemException(Problem.fields(List.of(error)));
    }
}
