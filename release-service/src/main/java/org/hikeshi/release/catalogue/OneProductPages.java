package org.hikeshi.release.catalogue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.Version;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Actor;
import org.hikeshi.release.Paths;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;

/** {@code /desk/products/{id}}: what is this product line, and is what we say of it still right? */
@Path("/desk/products/{id}")
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class OneProductPages {
    private final ChangingProduct changing;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final SecurityIdentity identity;
    private final Visit visit;
    private final Problems problems;

    OneProductPages(
            ChangingProduct changing,
            Catalogue catalogue,
            Transactions transactions,
            SecurityIdentity identity,
            Visit visit,
            Problems problems) {
        this.changing = changing;
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.identity = identity;
        this.visit = visit;
        this.problems = problems;
    }

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance product(Page page, ProductShown shown, Filled form);
    }

    static Response to(UUID id) {
        return Response.status(303).header("Location", "/desk/products/" + id).build();
    }

    @GET
    @Reaches(Reach.DESK)
    @RolesAllowed("**")
    @Operation(hidden = true)
    public Response one(@PathParam("id") String id, @Context RoutingContext request) {
        return find(id).map(product -> page(200, product, Filled.empty()))
                .orElseGet(() -> absent(request));
    }

    /** The whole product as it is to be; {@code revision} is the one the form was filled from. */
    @POST
    @Reaches(Reach.DESK)
    @RolesAllowed(CatalogueRoles.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(
            @PathParam("id") String id,
            @FormParam("revision") @DefaultValue("") String revision,
            MultivaluedMap<String, String> sent,
            @Context RoutingContext request) {
        Optional<Product> known = find(id);
        Optional<Integer> seen = Paths.number(revision);
        if (known.isEmpty() || seen.isEmpty()) {
            return absent(request);
        }
        ProductForm form = new ProductForm(sent);
        ProductBody body = form.body().keeping(known.get().versions());
        List<FieldError> errors = body.errors();
        if (!errors.isEmpty()) {
            return page(422, known.get(), form.left(errors));
        }
        Product wanted = body.product(known.get().id(), seen.get() + 1);
        return answer(
                changing.change(wanted, seen.get(), Actor.of(identity)),
                known.get(),
                form,
                request);
    }

    private Response answer(
            ChangingProduct.Change change,
            Product known,
            ProductForm form,
            RoutingContext request) {
        return switch (change) {
            case ChangingProduct.Change.Made(Product made) -> to(made.id());
            case ChangingProduct.Change.Absent _ -> absent(request);
            case ChangingProduct.Change.Stale stale ->
                    page(
                            412,
                            known,
                            form.left(
                                    List.of(
                                            FieldError.at(
                                                    "/change",
                                                    "changed-by",
                                                    stale.by(),
                                                    visit.page("product.title")
                                                            .moment(stale.at())))));
            case ChangingProduct.Change.ModelsTaken(List<String> models) ->
                    page(422, known, form.left(AddingProductPages.models("model-taken", models)));
            case ChangingProduct.Change.ModelsInField(List<String> models) ->
                    page(
                            422,
                            known,
                            form.left(AddingProductPages.models("model-in-field", models)));
        };
    }

    @POST
    @Reaches(Reach.PRODUCT)
    @Path("/versions")
    @RolesAllowed({CatalogueRoles.OFFICE, CatalogueRoles.DEVELOPER})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response version(
            @PathParam("id") String id,
            @FormParam("version") @DefaultValue("") String given,
            @Context RoutingContext request) {
        Actor actor = Actor.of(identity);
        Optional<Product> product = find(id).filter(p -> CatalogueRoles.ships(actor, p));
        if (product.isEmpty()) {
            return absent(request);
        }
        String version = given.strip();
        if (!ProductBody.holds(version, Version::new)) {
            return page(
                    422,
                    product.get(),
                    Filled.with(
                            Map.of("version", given),
                            List.of(FieldError.at("/version", "version"))));
        }
        return changing.addVersion(product.get().id(), version, actor)
                .map(changed -> to(changed.id()))
                .orElseGet(() -> absent(request));
    }

    private Optional<Product> find(String id) {
        return Paths.id(id)
                .flatMap(known -> transactions.inTransaction(c -> catalogue.product(known)));
    }

    /* The forms that were not sent show what is there. */
    private Response page(int status, Product product, Filled left) {
        Page page = visit.page("product.one.title", product.name()).forStaff();
        long units = transactions.inTransaction(c -> catalogue.unitCount(product.id()));
        ProductShown shown = ProductShown.of(product, units, Actor.of(identity));
        return Response.status(status)
                .entity(
                        Templates.product(
                                left.failed() ? page.withErrors() : page,
                                shown,
                                left.values().containsKey("name")
                                        ? left
                                        : ProductForm.under(left, product)))
                .build();
    }

    private Response absent(RoutingContext request) {
        return problems.answer(request, Problem.notFound());
    }
}
