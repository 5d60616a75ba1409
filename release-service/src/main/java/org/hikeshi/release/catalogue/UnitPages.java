package org.hikeshi.release.catalogue;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.jspecify.annotations.Nullable;

/** {@code /desk/products/{id}/units}: which devices are out there, and whose are they? */
@Path("/desk/products/{id}/units")
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class UnitPages {
    private static final int PAGE = 100;
    private static final String FIELD = "units";

    private final ChangingProduct changing;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final SecurityIdentity identity;
    private final Visit visit;
    private final Problems problems;

    UnitPages(
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
        static native TemplateInstance units(Page page, UnitsShown shown, Filled form);
    }

    /**
     * A page of units.
     *
     * @param next where the list goes on; empty at its end
     */
    @TemplateData
    public record UnitsShown(
            ProductShown product, List<UnitLine> lines, String next, boolean mayEnter) {}

    /** A unit as a line; what nobody knows is empty. */
    @TemplateData
    public record UnitLine(
            String model, String serial, String version, String customer, String supportEnds) {
        static UnitLine of(Unit unit) {
            String customer = unit.customerId();
            return new UnitLine(
                    unit.model(),
                    unit.serial(),
                    unit.version(),
                    customer == null ? "" : customer,
                    unit.supportEnds() == null ? "" : unit.supportEnds().toString());
        }
    }

    @GET
    @Reaches(Reach.DESK)
    @RolesAllowed({
        CatalogueRoles.OFFICE,
        "ciso",
        CatalogueRoles.COMMUNICATIONS,
        "it-operations",
        "auditor"
    })
    @Operation(hidden = true)
    public Response list(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @Context RoutingContext request) {
        return find(id).map(product -> page(200, product, UnitCursor.read(after), Filled.empty()))
                .orElseGet(() -> problems.answer(request, Problem.notFound()));
    }

    /** Adds what is new and writes over what is known, all lines or none. */
    @POST
    @Reaches(Reach.DESK)
    @RolesAllowed({CatalogueRoles.OFFICE, CatalogueRoles.COMMUNICATIONS})
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response put(
            @PathParam("id") String id,
            @FormParam(FIELD) @DefaultValue("") String units,
            @Context RoutingContext request) {
        Optional<Product> product = find(id);
        if (product.isEmpty()) {
            return problems.answer(request, Problem.notFound());
        }
        UnitsBody body = new UnitLines(units).body();
        List<FieldError> errors = UnitLines.fields(FIELD, body.errors(product.get()));
        if (!errors.isEmpty()) {
            Filled left = Filled.with(Map.of(FIELD, units), errors);
            return page(422, product.get(), UnitCursor.read(null), left);
        }
        changing.putUnits(product.get().id(), body.units(product.get()), Actor.of(identity));
        return Response.status(303)
                .header("Location", "/desk/products/" + product.get().id() + "/units")
                .build();
    }

    private Optional<Product> find(String id) {
        return Paths.id(id)
                .flatMap(known -> transactions.inTransaction(c -> catalogue.product(known)));
    }

    private Response page(int status, Product product, UnitCursor after, Filled form) {
        Page page = visit.page("unit.title", product.name()).forStaff();
        return Response.status(status)
                .entity(
                        Templates.units(
                                form.failed() ? page.withErrors() : page,
                                shown(product, after),
                                form))
                .build();
    }

    private UnitsShown shown(Product product, UnitCursor after) {
        Actor actor = Actor.of(identity);
        return transactions.inTransaction(
                connection -> {
                    List<Unit> units =
                            catalogue.units(product.id(), after.model(), after.serial(), PAGE);
                    long all = catalogue.unitCount(product.id());
                    return new UnitsShown(
                            ProductShown.of(product, all, actor),
                            units.stream().map(UnitLine::of).toList(),
                            units.size() < PAGE ? "" : UnitCursor.after(units.getLast()),
                            actor.isOneOf(CatalogueRoles.ENTERS_UNITS));
                });
    }
}
