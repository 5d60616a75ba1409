package org.hikeshi.intake.lostkey;

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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.intake.access.FailureBrake;
import org.hikeshi.intake.access.ReportCookies;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.trust.AccessKeys;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /status/lost} and {@code /status/open/{t}}: a new key by mail and code. */
@Path("/status")
@PermitAll
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class LostKeyPages {

    private final AskingForKey asking;
    private final RenewingKey renewing;
    private final ReporterAccess access;
    private final AccessKeys keys;
    private final ReportCookies cookies;
    private final FailureBrake brake;
    private final Visit visit;

    LostKeyPages(
            AskingForKey asking,
            RenewingKey renewing,
            ReporterAccess access,
            AccessKeys keys,
            ReportCookies cookies,
            FailureBrake brake,
            Visit visit) {
        this.asking = asking;
        this.renewing = renewing;
        this.access = access;
        this.keys = keys;
        this.cookies = cookies;
        this.brake = brake;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance lostKey(Page page, Filled form);

        static native TemplateInstance lostKeyAsked(Page page);

        static native TemplateInstance openKey(Page page, Filled form, String token);

        static native TemplateInstance openKeyOver(Page page);

        static native TemplateInstance newKey(Page page, String code, String key);
    }

    @GET
    @Reaches(Reach.PUBLIC)
    @Path("/lost")
    @Operation(hidden = true)
    public TemplateInstance lost() {
        return Templates.lostKey(visit.page("lost.title"), Filled.empty());
    }

    /** The same answer for every code. */
    @POST
    @Reaches(Reach.PUBLIC)
    @Path("/lost")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public TemplateInstance ask(@FormParam("code") @DefaultValue("") String code) {
        asking.ask(code);
        return Templates.lostKeyAsked(visit.page("lost.asked.title"));
    }

    @GET
    @Reaches(Reach.MAILED_LINK)
    @Path("/open/{token}")
    @Operation(hidden = true)
    public Response open(@PathParam("token") String token) {
        return renewing.opens(token)
                ? Response.ok(
                                Templates.openKey(
                                        visit.page("lost.open.title"), Filled.empty(), token))
                        .build()
                : over();
    }

    @POST
    @Reaches(Reach.MAILED_LINK)
    @Path("/open/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response renew(
            @PathParam("token") String token,
            @FormParam("code") @DefaultValue("") String code,
            @Context RoutingContext request) {
        if (!renewing.opens(token)) {
            return over();
        }
        Optional<StoredReport> renewed = renewing.renew(token, code);
        if (renewed.isEmpty()) {
            brake.hold();
            Filled form =
                    Filled.with(
                            Map.of("code", code), List.of(FieldError.at("/code", "code-or-link")));
            return Response.status(422)
                    .entity(
                            Templates.openKey(
                                    visit.page("lost.open.title").withErrors(), form, token))
                    .build();
        }
        cookies.status().begin(request, renewed.get(), "");
        cookies.renewed().begin(request, renewed.get(), "");
        return Response.seeOther(URI.create("/status/new-key")).build();
    }

    /** The key again for half an hour: a lost answer, a reload and printing cost nothing. */
    @GET
    @Reaches(Reach.REPORTER_SESSION)
    @Path("/new-key")
    @Operation(hidden = true)
    public Response newKey(@Context RoutingContext request) {
        return cookies.renewed()
                .session(request)
                .flatMap(access::open)
                .map(report -> Response.ok(shown(report)).build())
                .orElseGet(this::over);
    }

    private TemplateInstance shown(StoredReport report) {
        String key = keys.derive(report.id().value(), report.keyGeneration());
        return Templates.newKey(
                visit.page("lost.new.title"),
                report.trackingCode().value(),
                key.replaceAll("(.{5})(?!$)", "$1-"));
    }

    private Response over() {
        return Response.status(Response.Status.GONE)
                .entity(Templates.openKeyOver(visit.page("lost.over.title")))
                .build();
    }
}
