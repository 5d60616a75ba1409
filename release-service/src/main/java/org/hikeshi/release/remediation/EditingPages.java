package org.hikeshi.release.remediation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.release.Paths;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;

/**
 * {@code /desk/releases/{id}/edit}: what is it really? The form says beforehand that what was
 * approved is void afterwards.
 */
@Path("/desk/releases/{id}/edit")
@RunOnVirtualThread
@RolesAllowed("developer")
@Produces("text/html;charset=UTF-8")
public class EditingPages {
    private final Acting acting;
    private final RegisteringRemediation registering;
    private final Answers answers;
    private final Visit visit;

    EditingPages(Acting acting, RegisteringRemediation registering, Answers answers, Visit visit) {
        this.acting = acting;
        this.registering = registering;
        this.answers = answers;
        this.visit = visit;
    }

    @GET
    @Reaches(Reach.CASE_PRODUCT)
    @Operation(hidden = true)
    public Response form(@PathParam("id") String id, @Context RoutingContext request) {
        return answers.answer(
                request,
                may(id),
                dossier -> page(200, dossier, RemediationForm.of(dossier.content())));
    }

    @POST
    @Reaches(Reach.CASE_PRODUCT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response sent(
            @PathParam("id") String id,
            @FormParam("etag") @DefaultValue("") String etag,
            MultivaluedMap<String, String> sent,
            @Context RoutingContext request) {
        Optional<UUID> known = Paths.id(id);
        if (known.isEmpty()) {
            return answers.refuse(request, Problem.notFound());
        }
        RemediationForm form = new RemediationForm(sent);
        Verdict<Dossier> verdict =
                acting.act(
                        known.get(),
                        RemediationAction.EDIT,
                        Acting.Binding.needed(Optional.of(etag)),
                        scene -> edited(scene, form));
        return switch (verdict) {
            case Verdict.Unfit<Dossier> unfit -> again(id, request, 422, form.left(unfit.errors()));
            case Verdict.Stale<Dossier> stale -> again(id, request, 412, form.left(changed(stale)));
            case Verdict.Done<Dossier> _,
                    Verdict.Absent<Dossier> _,
                    Verdict.Refused<Dossier> _,
                    Verdict.Unbound<Dossier> _ ->
                    answers.answer(request, verdict, done -> ReleasePages.to(id));
        };
    }

    private Verdict<Dossier> edited(Acting.Scene scene, RemediationForm form) {
        return form.body(scene.dossier().caseId().toString())
                .changed(scene.dossier())
                .then(content -> registering.edit(scene, content));
    }

    private List<FieldError> changed(Verdict.Stale<Dossier> stale) {
        String when = visit.page("release.title").moment(stale.changedAt());
        return List.of(FieldError.at("/change", "changed-by", stale.changedBy(), when));
    }

    private Response again(String id, RoutingContext request, int status, Filled left) {
        return answers.answer(request, may(id), dossier -> page(status, dossier, left));
    }

    private Verdict<Dossier> may(String id) {
        return Paths.id(id)
                .map(
                        known ->
                                acting.look(
                                        known,
                                        RemediationAction.EDIT,
                                        Acting.Binding.ifSaid(Optional.empty())))
                .orElseGet(Verdict.Absent::new);
    }

    private Response page(int status, Dossier dossier, Filled form) {
        Page page = visit.page("release.edit.title").forStaff();
        var shown =
                new RegisteringPages.ContentForm(
                        "/desk/releases/" + dossier.id() + "/edit",
                        "/desk/releases/" + dossier.id(),
                        dossier.contentHash(),
                        List.of(),
                        RegisteringPages.ContentForm.choices(registering.mended()));
        return Response.status(status)
                .entity(
                        RegisteringPages.Templates.content(
                                form.failed() ? page.withErrors() : page, shown, form))
                .build();
    }
}
