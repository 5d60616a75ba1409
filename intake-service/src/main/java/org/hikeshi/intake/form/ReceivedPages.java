package org.hikeshi.intake.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.intake.access.ReportCookie;
import org.hikeshi.intake.access.ReportCookies;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.conversation.Replying;
import org.hikeshi.intake.report.ReportFiles;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.upload.SentForm;
import org.hikeshi.policy.PromisedDate;
import org.hikeshi.trust.AccessKeys;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.multipart.Draining;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/** {@code /report/received}: code, key, dates and receipt, for half an hour. */
@Path("/report/received")
@PermitAll
@RunOnVirtualThread
public class ReceivedPages {

    private final ReportCookie cookie;
    private final ReporterAccess access;
    private final AccessKeys keys;
    private final PolicyVersions policies;
    private final ReportFiles files;
    private final PostedReply posted;
    private final Visit visit;

    ReceivedPages(
            ReportCookies cookies,
            ReporterAccess access,
            AccessKeys keys,
            PolicyVersions policies,
            ReportFiles files,
            PostedReply posted,
            Visit visit) {
        this.cookie = cookies.received();
        this.access = access;
        this.keys = keys;
        this.policies = policies;
        this.files = files;
        this.posted = posted;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance received(Page page, Shown shown, Filled form, int added);

        static native TemplateInstance receivedOver(Page page);
    }

    /** What the page shows, in words. */
    @TemplateData
    record Shown(
            String code,
            String key,
            String receivedAt,
            String receivedAtIso,
            List<String> steps,
            boolean reachable,
            boolean contactDropped,
            String policyVersion,
            String once) {}

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response page(@Context RoutingContext request) {
        return page(request, Filled.empty(), 0);
    }

    private Response page(RoutingContext request, Filled form, int added) {
        Optional<ReportCookie.Session> shown = cookie.session(request);
        Optional<StoredReport> report = shown.flatMap(access::open);
        if (shown.isEmpty() || report.isEmpty()) {
            return Response.status(Response.Status.GONE)
                    .entity(Templates.receivedOver(visit.page("received.over.title")))
                    .build();
        }
        Page page = visit.page("received.title", report.get().trackingCode().value());
        boolean dropped = shown.get().remark().equals("dropped");
        return Response.status(form.failed() ? 422 : 200)
                .entity(
                        Templates.received(
                                form.failed() ? page.withErrors() : page,
                                shown(page, report.get(), dropped),
                                form,
                                added))
                .build();
    }

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/receipt.txt")
    @Operation(hidden = true)
    public Response receipt(@Context RoutingContext request) {
        return download(request, ReportFiles.Kind.RECEIPT);
    }

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/receipt.sig")
    @Operation(hidden = true)
    public Response signature(@Context RoutingContext request) {
        return download(request, ReportFiles.Kind.SIGNATURE);
    }

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/report.json")
    @Operation(hidden = true)
    public Response canonical(@Context RoutingContext request) {
        return download(request, ReportFiles.Kind.REPORT);
    }

    /** More files for the report just sent; what cannot be taken is told by the status page. */
    @POST
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/files")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response addFiles(
            InputStream body,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue("") String contentType,
            @Context RoutingContext request) {
        Optional<StoredReport> report = cookie.session(request).flatMap(access::open);
        if (report.isEmpty()) {
            Draining.rest(body);
            throw new ProblemException(Problem.notFound());
        }
        SentForm form = posted.read(report.get(), body, contentType);
        List<FieldError> errors = new ArrayList<>(form.faults());
        if (form.files().isEmpty() && errors.isEmpty()) {
            errors.add(FieldError.at("/files", "choose-file"));
        }
        if (!form.files().isEmpty() && posted.send(report.get(), form) instanceof Replying.Full) {
            errors.add(FieldError.at("/files", "conversation-full"));
        }
        return page(request, new Filled(Map.of(), errors), form.files().size());
    }

    private Response download(RoutingContext request, ReportFiles.Kind kind) {
        return files.answer(cookie.session(request).flatMap(access::open), kind);
    }

    private Shown shown(Page page, StoredReport report, boolean contactDropped) {
        var language = org.hikeshi.policy.Language.valueOf(page.language().name());
        var zone = policies.of(report.policyVersion()).calendar().zone();
        String key = keys.derive(report.id().value(), report.keyGeneration());
        return new Shown(
                report.trackingCode().value(),
                grouped(key),
                PromisedDate.instant(report.receivedAt(), language, zone),
                report.receivedAt().toString(),
                policies.promises(report.policyVersion(), report.receivedAt()).stream()
                        .map(promise -> promise.text().getOrDefault(language, ""))
                        .toList(),
                report.reachable(),
                contactDropped,
                report.policyVersion(),
                UUID.randomUUID().toString());
    }

    /** In groups that can be read aloud; reading forgives the hyphens. */
    private static String grouped(String key) {
        return key.replaceAll("(.{5})(?!$)", "$1-");
    }
}
