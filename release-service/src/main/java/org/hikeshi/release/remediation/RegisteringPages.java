package org.hikeshi.release.remediation;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.CaseId;
import org.hikeshi.release.Paths;
import org.hikeshi.release.catalogue.Product;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;

/** {@code /desk/releases/for/{caseId}}: with what do we answer this case? */
@Path("/desk/releases/for/{caseId}")
@RunOnVirtualThread
@RolesAllowed("developer")
@Produces("text/html;charset=UTF-8")
public class RegisteringPages {
    private static final List<String> KINDS = List.of("mitigation", "fix");

    private final RegisteringRemediation registering;
    private final Answers answers;
    private final Visit visit;

    RegisteringPages(RegisteringRemediation registering, Answers answers, Visit visit) {
        this.registering = registering;
        this.answers = answers;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "remediation")
    static class Templates {
        static native TemplateInstance content(Page page, ContentForm shown, Filled form);
    }

    /**
     * What the form offers.
     *
     * @param action where it is sent
     * @param back where one goes who changes their mind
     * @param etag of the content that is changed; empty when it is new
     * @param kinds to choose from; empty when the kind is fixed
     * @param products those the person mends
     */
    @TemplateData
    public record ContentForm(
            String action, String back, String etag, List<String> kinds, List<Choice> products) {

        static List<Choice> choices(List<Product> products) {
            return products.stream()
                    .map(product -> new Choice(product.id().toString(), label(product)))
                    .toList();
        }
    }

    private static String label(Product product) {
        return product.name() + " (" + String.join(", ", product.models()) + ")";
    }

    /** A product to tick. */
    @TemplateData
    public record Choice(String value, String label) {}

    @GET
    @Reaches(Reach.CASE)
    @Operation(hidden = true)
    public Response form(@PathParam("caseId") String caseId, @Context RoutingContext request) {
        return visible(caseId)
                .map(known -> page(200, known, Filled.empty()))
                .orElseGet(() -> answers.refuse(request, Problem.notFound()));
    }

    @POST
    @Reaches(Reach.CASE_PRODUCT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response sent(
            @PathParam("caseId") String caseId,
            MultivaluedMap<String, String> sent,
            @Context RoutingContext request) {
        Optional<CaseId> known = visible(caseId);
        if (known.isEmpty()) {
            return answers.refuse(request, Problem.notFound());
        }
        RemediationForm form = new RemediationForm(sent);
        Verdict<Dossier> verdict =
                form.body(caseId)
                        .content()
                        .then(content -> registering.register(known.get(), content));
        return verdict instanceof Verdict.Unfit<Dossier> unfit
                ? page(422, known.get(), form.left(unfit.errors()))
                : answers.answer(request, verdict, done -> ReleasePages.to(done.id().toString()));
    }

    private Optional<CaseId> visible(String caseId) {
        return Paths.id(caseId).map(CaseId::new).filter(registering::may);
    }

    private Response page(int status, CaseId caseId, Filled form) {
        Page page = visit.page("release.new.title").forStaff();
        var shown =
                new ContentForm(
                        "/desk/releases/for/" + caseId,
                        "/desk/releases/cases/" + caseId,
                        "",
                        KINDS,
                        ContentForm.choices(registering.mended()));
        return Response.status(status)
                .entity(Templates.content(form.failed() ? page.withErrors() : page, shown, form))
                .build();
    }
}
