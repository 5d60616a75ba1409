package org.hikeshi.intake.status;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.intake.access.ReportCookie;
import org.hikeshi.intake.access.ReportCookies;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.conversation.Reply;
import org.hikeshi.intake.coordination.Step;
import org.hikeshi.intake.coordination.TakingPart;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.jspecify.annotations.Nullable;

/**
 * The reporter's steps as plain forms of the status page. What cannot be taken comes back on the
 * page with its reason and every word that was typed.
 */
@Path("/status")
@PermitAll
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=UTF-8")
public class StatusForms {

    private final ReporterAccess access;
    private final ReportCookie cookie;
    private final TakingPart taking;
    private final StepReader steps;
    private final StatusPage page;
    private final IntakeSecret secret;

    StatusForms(
            ReporterAccess access,
            ReportCookies cookies,
            TakingPart taking,
            StepReader steps,
            StatusPage page,
            IntakeSecret secret) {
        this.access = access;
        this.cookie = cookies.status();
        this.taking = taking;
        this.steps = steps;
        this.page = page;
        this.secret = secret;
    }

    @POST
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/disclosure-answer")
    @Operation(hidden = true)
    public Response answerDate(
            MultivaluedMap<String, String> form, @Context RoutingContext request) {
        return take(request, form, "dateComment", report -> steps.date(report, form));
    }

    @POST
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/verification")
    @Operation(hidden = true)
    public Response checkFix(MultivaluedMap<String, String> form, @Context RoutingContext request) {
        return take(request, form, "checkComment", report -> StepReader.verdict(form));
    }

    @POST
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/objection")
    @Operation(hidden = true)
    public Response object(MultivaluedMap<String, String> form, @Context RoutingContext request) {
        return take(
                request,
                form,
                "objection",
                report -> StepReader.withWords(form, "objection", new Step.ObjectToClosure()));
    }

    @POST
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/feedback")
    @Operation(hidden = true)
    public Response feedback(MultivaluedMap<String, String> form, @Context RoutingContext request) {
        return take(
                request,
                form,
                "feedback",
                report -> StepReader.withWords(form, "feedback", new Step.GiveFeedback()));
    }

    /** Makes a step of a form. */
    private interface Reading {
        StepReader.Outcome of(StoredReport report);
    }

    private Response take(
            RoutingContext request,
            MultivaluedMap<String, String> form,
            String wordsField,
            Reading reading) {
        Optional<StoredReport> report = cookie.session(request).flatMap(access::open);
        if (report.isEmpty()) {
            return toStatus("");
        }
        return switch (reading.of(report.get())) {
            case StepReader.Unfit(FieldError error) -> again(422, report.get(), form, error);
            case StepReader.Read(Step step) -> {
                String words = StepReader.value(form, wordsField);
                UUID id = request(report.get(), step, form.getFirst("once"));
                yield switch (taking.take(report.get().id(), step, words, id)) {
                    case TakingPart.Taken taken -> toStatus("#now");
                    case TakingPart.Refused(var reason) ->
                            again(
                                    409,
                                    report.get(),
                                    form,
                                    FieldError.at("/" + wordsField, reason.code()));
                };
            }
        };
    }

    private UUID request(StoredReport report, Step step, @Nullable String once) {
        String named = once == null || once.isEmpty() ? null : step.act().written() + " " + once;
        return Reply.id(report.id(), named, secret);
    }

    private Response again(
            int status,
            StoredReport report,
            MultivaluedMap<String, String> form,
            FieldError error) {
        Filled filled = new Filled(Map.copyOf(form), List.of(error));
        return Response.status(status).entity(page.again(report, filled, null)).build();
    }

    static Response toStatus(String anchor) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/status" + anchor)
                .build();
    }
}
