package org.hikeshi.disclosure.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.Person;
import org.hikeshi.disclosure.publication.Preview;
import org.hikeshi.events.CaseId;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Language;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.jspecify.annotations.Nullable;

/** {@code /desk/advisories}: pages to read (W5). Reading changes nothing. */
@Path("/desk/advisories")
@Authenticated
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class DeskPages {
    private final ReadingAdvisories reading;
    private final DeskViews views;
    private final Preview preview;
    private final People people;
    private final Answers answers;
    private final Visit visit;

    DeskPages(
            ReadingAdvisories reading,
            DeskViews views,
            Preview preview,
            People people,
            Answers answers,
            Visit visit) {
        this.reading = reading;
        this.views = views;
        this.preview = preview;
        this.people = people;
        this.answers = answers;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "desk")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance advisories(
                Page page, List<DeskView> all, String caseId, boolean mayBegin, Filled form);

        static native TemplateInstance advisory(Page page, DeskView view, Filled form);

        static native TemplateInstance advisoryEditor(Page page, DeskView view, Filled form);

        static native TemplateInstance advisoryApproval(
                Page page, DeskView view, Dossier dossier, Filled form);
    }

    @GET
    @Reaches(Reach.CASES_SEEN)
    @Operation(hidden = true)
    public TemplateInstance list() {
        return list("", Filled.empty());
    }

    /** The panel of a case's page, and the same as a page of its own. */
    @GET
    @Reaches(Reach.CASE)
    @Path("cases/{caseId}/panel")
    @Operation(hidden = true)
    public Response panel(@PathParam("caseId") String caseId, @Context RoutingContext request) {
        return Answers.id(caseId)
                .map(CaseId::new)
                .filter(people.present().team())
                .map(known -> Response.ok(list(known.toString(), Filled.empty())).build())
                .orElseGet(() -> answers.absent(request));
    }

    TemplateInstance list(String caseId, Filled form) {
        Person person = people.present();
        Page page = visit.page("desk.advisories.title").forStaff();
        List<DeskView> all =
                reading.all(person, Optional.of(caseId).filter(id -> !id.isEmpty())).stream()
                        .map(dossier -> views.of(dossier, person, page.language()))
                        .toList();
        Page framed = form.failed() ? page.withErrors() : page;
        return Templates.advisories(framed, all, caseId, reading.mayBegin(person), form);
    }

    @GET
    @Reaches(
            value = Reach.CASE,
            notFor = {"supply-chain", "it-operations"})
    @Path("{id}")
    @Operation(hidden = true)
    public Response advisory(@PathParam("id") String id, @Context RoutingContext request) {
        return page(id, request, Filled.empty(), 200);
    }

    Response page(String id, RoutingContext request, Filled form, int status) {
        return with(
                id,
                request,
                dossier -> {
                    Page page = framed("desk.advisory.title", dossier, form);
                    return Response.status(status)
                            .entity(Templates.advisory(page, view(dossier, page), form))
                            .build();
                });
    }

    @GET
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Path("{id}/edit")
    @Operation(hidden = true)
    public Response editor(@PathParam("id") String id, @Context RoutingContext request) {
        return with(
                id,
                request,
                dossier ->
                        editor(
                                request,
                                dossier,
                                EditorForm.of(dossier.content(), dossier.advisory().hash().value()),
                                200));
    }

    Response editor(RoutingContext request, Dossier dossier, Filled form, int status) {
        if (!dossier.may(AdvisoryAction.EDIT, people.present())) {
            return answers.absent(request);
        }
        Page page = framed("desk.editor.title", dossier, form);
        return Response.status(status)
                .entity(Templates.advisoryEditor(page, view(dossier, page), form))
                .build();
    }

    /** For a telephone: the whole text, what changed, one decision. */
    @GET
    @Reaches(
            value = Reach.CASE,
            notFor = {"supply-chain", "it-operations"})
    @Path("{id}/approval")
    @Operation(hidden = true)
    public Response approval(@PathParam("id") String id, @Context RoutingContext request) {
        return approval(id, request, Filled.empty(), 200);
    }

    Response approval(String id, RoutingContext request, Filled form, int status) {
        return with(
                id,
                request,
                dossier -> {
                    Page page = framed("desk.approval.title", dossier, form);
                    return Response.status(status)
                            .entity(
                                    Templates.advisoryApproval(
                                            page, view(dossier, page), dossier, form))
                            .build();
                });
    }

    @GET
    @Reaches(
            value = Reach.CASE,
            notFor = {"supply-chain", "it-operations"})
    @Path("{id}/preview")
    @Operation(hidden = true)
    public Response preview(
            @PathParam("id") String id,
            @QueryParam("lang") @Nullable String lang,
            @Context RoutingContext request) {
        Language language =
                Optional.ofNullable(lang).flatMap(Language::of).orElseGet(visit::language);
        return with(
                id,
                request,
                dossier ->
                        Response.ok(preview.html(dossier.advisory(), dossier.content(), language))
                                .build());
    }

    Optional<Dossier> open(String id) {
        return Answers.id(id).flatMap(known -> reading.open(known, people.present()));
    }

    private interface Showing {
        Response show(Dossier dossier);
    }

    private Response with(String id, RoutingContext request, Showing showing) {
        return open(id).map(showing::show).orElseGet(() -> answers.absent(request));
    }

    private Page framed(String key, Dossier dossier, Filled form) {
        Page page = visit.page(key, dossier.advisory().publicationId().value()).forStaff();
        return form.failed() ? page.withErrors() : page;
    }

    private DeskView view(Dossier dossier, Page page) {
        return views.of(dossier, people.present(), page.language());
    }
}
