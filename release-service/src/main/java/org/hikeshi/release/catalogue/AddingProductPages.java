package org.hikeshi.release.catalogue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.release.Actor;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /desk/products/new}: which product line is to be looked after from now on? */
@Path("/desk/products/new")
@RunOnVirtualThread
@RolesAllowed(CatalogueRoles.OFFICE)
@Produces("text/html;charset=UTF-8")
public class AddingProductPages {
    private final ChangingProduct changing;
    private final SecurityIdentity identity;
    private final Visit visit;

    AddingProductPages(ChangingProduct changing, SecurityIdentity identity, Visit visit) {
        this.changing = changing;
        this.identity = identity;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance newProduct(Page page, Filled form);
    }

    @GET
    @Reaches(Reach.DESK)
    @Operation(hidden = true)
    public TemplateInstance form() {
        return page(Filled.empty());
    }

    @POST
    @Reaches(Reach.DESK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response sent(MultivaluedMap<String, String> sent) {
        ProductForm form = new ProductForm(sent);
        ProductBody body = form.body();
        List<FieldError> errors = body.errors();
        if (!errors.isEmpty()) {
            return again(form, errors);
        }
        Product product = body.product(UUID.randomUUID(), 1);
        return switch (changing.add(product, Actor.of(identity))) {
            case ChangingProduct.Change.Made(Product made) -> OneProductPages.to(made.id());
            case ChangingProduct.Change.ModelsTaken(List<String> models) ->
                    again(form, models("model-taken", models));
            case ChangingProduct.Change.ModelsInField(List<String> models) ->
                    again(form, models("model-in-field", models));
            case ChangingProduct.Change.Absent _, ChangingProduct.Change.Stale _ ->
                    throw new IllegalStateException("nobody changes what is being added");
        };
    }

    static List<FieldError> models(String code, List<String> models) {
        return models.stream().map(model -> FieldError.at("/models", code, model)).toList();
    }

    private Response again(ProductForm form, List<FieldError> errors) {
        return Response.status(422).entity(page(form.left(errors))).build();
    }

    private TemplateInstance page(Filled form) {
        Page page = visit.page("product.new.title").forStaff();
        return Templates.newProduct(form.failed() ? page.withErrors() : page, form);
    }
}
