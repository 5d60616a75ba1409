package org.hikeshi.intake.status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.intake.access.ReportCookie;
import org.hikeshi.intake.access.ReportCookies;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.report.OpenPgpReceipts;
import org.hikeshi.intake.report.ReportFiles;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/** {@code /status}: sign in with code and key, see where the report stands, take the receipt. */
@Path("/status")
@PermitAll
@RunOnVirtualThread
public class StatusPages {

    private final ReporterAccess access;
    private final ReportCookie cookie;
    private final StatusPage page;
    private final ReportFiles files;
    private final OpenPgpReceipts openPgp;
    private final Visit visit;

    StatusPages(
            ReporterAccess access,
            ReportCookies cookies,
            StatusPage page,
            ReportFiles files,
            OpenPgpReceipts openPgp,
            Visit visit) {
        this.access = access;
        this.cookie = cookies.status();
        this.page = page;
        this.files = files;
        this.openPgp = openPgp;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance statusSignIn(Page page, Filled form);
    }

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public TemplateInstance show(@Context RoutingContext request) {
        Optional<StoredReport> report = report(request);
        if (report.isEmpty()) {
            return Templates.statusSignIn(visit.page("status.sign-in.title"), Filled.empty());
        }
        cookie.begin(request, report.get(), "");
        return page.fresh(report.get());
    }

    @POST
    @Reaches(Reach.REPORTER_KEY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response signIn(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("key") @DefaultValue("") String key,
            @Context RoutingContext request) {
        Optional<StoredReport> report = access.open(code, key);
        if (report.isEmpty()) {
            Page form = visit.page("status.sign-in.title").withErrors();
            Filled filled =
                    Filled.with(
                            Map.of("code", code), List.of(FieldError.at("/code", "code-or-key")));
            return Response.status(422).entity(Templates.statusSignIn(form, filled)).build();
        }
        cookie.begin(request, report.get(), "");
        return toStatus();
    }

    @POST
    @Reaches(Reach.PUBLIC)
    @Path("/end")
    @Operation(hidden = true)
    public Response end(@Context RoutingContext request) {
        cookie.end(request);
        return toStatus();
    }

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/receipt.txt")
    @Operation(hidden = true)
    public Response receipt(@Context RoutingContext request) {
        return files.answer(report(request), ReportFiles.Kind.RECEIPT);
    }

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/receipt.sig")
    @Operation(hidden = true)
    public Response signature(@Context RoutingContext request) {
        return files.answer(report(request), ReportFiles.Kind.SIGNATURE);
    }

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/receipt.asc")
    @Produces("application/pgp-signature")
    @Operation(hidden = true)
    public Response openPgp(@Context RoutingContext request) {
        StoredReport known =
                report(request).orElseThrow(() -> new ProblemException(Problem.notFound()));
        byte[] signature =
                openPgp.of(known).orElseThrow(() -> new ProblemException(Problem.notFound()));
        String name = known.trackingCode().value() + "-receipt.txt.asc";
        return Response.ok(signature)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/report.json")
    @Operation(hidden = true)
    public Response canonical(@Context RoutingContext request) {
        return files.answer(report(request), ReportFiles.Kind.REPORT);
    }

    private Optional<StoredReport> report(RoutingContext request) {
        return cookie.session(request).flatMap(access::open);
    }

    private static Response toStatus() {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/status")
                .build();
    }
}
