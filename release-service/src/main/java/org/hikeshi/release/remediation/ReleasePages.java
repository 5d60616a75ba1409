package org.hikeshi.release.remediation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.CaseId;
import org.hikeshi.release.Paths;
import org.hikeshi.release.catalogue.Product;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;

/** {@code /desk/releases}: which gate is open, and who may close it? */
@Path("/desk/releases")
@RunOnVirtualThread
@RolesAllowed("**")
@Produces("text/html;charset=UTF-8")
public class ReleasePages {
    private final Looking looking;
    private final ShowingRemediation showing;
    private final Answers answers;
    private final Visit visit;

    ReleasePages(Looking looking, ShowingRemediation showing, Answers answers, Visit visit) {
        this.looking = looking;
        this.showing = showing;
        this.answers = answers;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "remediation")
    static class Templates {
        static native TemplateInstance releases(Page page, List<Line> lines, String register);

        static native TemplateInstance release(
                Page page, RemediationShown shown, Filled form, List<String> urgencies);
    }

    /** A remediation as a line of a list. */
    @TemplateData
    public record Line(
            String id,
            String caseId,
            String kind,
            String state,
            String products,
            String version,
            int open,
            Instant changedAt) {}

    @GET
    @Reaches(Reach.CASES_SEEN)
    @Operation(hidden = true)
    public TemplateInstance all() {
        return Templates.releases(
                visit.page("release.title").forStaff(),
                looking.latest().stream().map(ReleasePages::line).toList(),
                "");
    }

    /** The panel of the case page, also a page of its own. */
    @GET
    @Reaches(Reach.CASE)
    @Path("/cases/{caseId}/panel")
    @Operation(hidden = true)
    public Response panel(@PathParam("caseId") String caseId, @Context RoutingContext request) {
        Optional<CaseId> known = Paths.id(caseId).map(CaseId::new).filter(looking::sees);
        if (known.isEmpty()) {
            return answers.answer(
                    request, new Verdict.Absent<Dossier>(), d -> Response.ok().build());
        }
        return Response.ok(
                        Templates.releases(
                                visit.page("release.panel").forStaff(),
                                looking.ofCase(known.get()).stream()
                                        .map(ReleasePages::line)
                                        .toList(),
                                looking.mayRegister(known.get())
                                        ? "/desk/releases/for/" + caseId
                                        : ""))
                .build();
    }

    /** The same as the panel, at the address people guess. */
    @GET
    @Reaches(Reach.CASE)
    @Path("/cases/{caseId}")
    @Operation(hidden = true)
    public Response ofCase(@PathParam("caseId") String caseId, @Context RoutingContext request) {
        return panel(caseId, request);
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/{id}")
    @Operation(hidden = true)
    public Response one(@PathParam("id") String id, @Context RoutingContext request) {
        return page(id, request, 200, Filled.empty());
    }

    /** The page with a form as it was left. */
    Response page(String id, RoutingContext request, int status, Filled form) {
        return Paths.id(id)
                .flatMap(looking::one)
                .map(
                        dossier -> {
                            Page page = page(line(dossier)).forStaff();
                            return Response.status(status)
                                    .entity(
                                            Templates.release(
                                                    form.failed() ? page.withErrors() : page,
                                                    showing.shown(dossier),
                                                    over(present(dossier), form),
                                                    List.of("at-once", "soon", "next-opportunity")))
                                    .build();
                        })
                .orElseGet(() -> answers.refuse(request, Problem.notFound()));
    }

    /** After an act: back to the page, or the page again with what was wrong. */
    <T> Response after(String id, RoutingContext request, Verdict<T> verdict, Filled left) {
        if (verdict instanceof Verdict.Unfit<T> unfit) {
            List<FieldError> errors = unfit.errors();
            return page(id, request, 422, new Filled(left.values(), errors));
        }
        return answers.answer(request, verdict, done -> to(id));
    }

    /** The page of a remediation, after an act. */
    static Response to(String id) {
        return Response.status(303).header("Location", "/desk/releases/" + id).build();
    }

    /* The forms of the page that were not sent show what is there. */
    private static Filled over(Filled present, Filled left) {
        Map<String, List<String>> values = new HashMap<>(present.values());
        values.putAll(left.values());
        return new Filled(values, left.errors());
    }

    private static Filled present(Dossier dossier) {
        return dossier.text()
                .map(
                        text ->
                                Filled.with(
                                        Map.of(
                                                "urgency", text.urgency().code(),
                                                "how-ja", text.howJa(),
                                                "how-en", text.howEn()),
                                        List.of()))
                .orElseGet(Filled::empty);
    }

    /** A remedy is called by what it is and for which products. */
    private Page page(Line line) {
        return visit.page("release.one." + line.kind(), line.version(), line.products());
    }

    private static Line line(Dossier dossier) {
        String version = dossier.content().version();
        return new Line(
                dossier.id().toString(),
                dossier.caseId().toString(),
                RemediationAnswer.written(dossier.content().kind()),
                RemediationAnswer.written(dossier.state()),
                dossier.products().stream().map(Product::name).collect(Collectors.joining(", ")),
                version == null ? "" : version,
                dossier.gates().open().size(),
                dossier.history().changedAt());
    }
}
