package org.hikeshi.intake.status;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
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
import org.hikeshi.intake.report.ReportFiles;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Language;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /status}: sign in with code and key, see where the report stands, take the receipt. */
@Path("/status")
@PermitAll
@RunOnVirtualThread
public class StatusPages {

    private final ReporterAccess access;
    private final StatusCookie cookie;
    private final StatusWords words;
    private final ReportFiles files;
    private final Visit visit;

    StatusPages(
            ReporterAccess access,
            StatusCookie cookie,
            StatusWords words,
            ReportFiles files,
            Visit visit) {
        this.access = access;
        this.cookie = cookie;
        this.words = words;
        this.files = files;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance status(Page page, Shown shown);

        static native TemplateInstance statusSignIn(Page page, Filled form);
    }

    /**
     * What the page shows, in words.
     *
     * @param turn whose turn it is: desk, reporter or nobody
     * @param nextUpdate empty if nothing is due
     */
    @TemplateData
    public record Shown(
            String turn,
            String nextUpdate,
            String asOf,
            String asOfIso,
            List<StageShown> stages,
            List<PromiseShown> promises,
            List<EntryShown> timeline,
            boolean reachable,
            String policyVersion) {}

    /** One stage of six. */
    @TemplateData
    public record StageShown(String name, boolean done, boolean now) {}

    /** One promise; {@code state} is one of the clock words. */
    @TemplateData
    public record PromiseShown(String text, String due, String state) {}

    /** One line of the timeline. */
    @TemplateData
    public record EntryShown(String what, String at, String atIso) {}

    @GET
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public TemplateInstance page(@Context RoutingContext request) {
        Optional<StoredReport> report = report(request);
        if (report.isEmpty()) {
            return Templates.statusSignIn(visit.page("status.sign-in.title"), Filled.empty());
        }
        StoredReport known = report.get();
        Optional.ofNullable(known.language()).flatMap(Language::of).ifPresent(visit::caseSpeaks);
        Page page = visit.page("status.title", known.trackingCode().value());
        return Templates.status(page, words.of(known, page.language()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response signIn(
            @FormParam("code") @DefaultValue("") String code,
            @FormParam("key") @DefaultValue("") String key,
            @Context RoutingContext request) {
        Optional<StoredReport> report = access.open(code, key);
        if (report.isEmpty()) {
            Page page = visit.page("status.sign-in.title").withErrors();
            Filled form =
                    Filled.with(
                            Map.of("code", code), List.of(FieldError.at("/code", "code-or-key")));
            return Response.status(422).entity(Templates.statusSignIn(page, form)).build();
        }
        cookie.begin(request, report.get());
        return toStatus();
    }

    @POST
    @Path("/end")
    @Operation(hidden = true)
    public Response end(@Context RoutingContext request) {
        cookie.end(request);
        return toStatus();
    }

    @GET
    @Path("/receipt.txt")
    @Operation(hidden = true)
    public Response receipt(@Context RoutingContext request) {
        return files.answer(report(request), ReportFiles.Kind.RECEIPT);
    }

    @GET
    @Path("/receipt.sig")
    @Operation(hidden = true)
    public Response signature(@Context RoutingContext request) {
        return files.answer(report(request), ReportFiles.Kind.SIGNATURE);
    }

    @GET
    @Path("/report.json")
    @Operation(hidden = true)
    public Response canonical(@Context RoutingContext request) {
        return files.answer(report(request), ReportFiles.Kind.REPORT);
    }

    private Optional<StoredReport> report(RoutingContext request) {
        return cookie.session(request)
                .flatMap(session -> access.open(session.report(), session.generation()));
    }

    private static Response toStatus() {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/status")
                .build();
    }
}
