package org.hikeshi.release.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Actor;
import org.hikeshi.release.Paths;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/products/{productId}/units}: devices in the field and whose they are. A customer
 * list is confidential (Z-conf), so only those who work with it read it.
 */
@Path("/api/v1/products/{productId}/units")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UnitsResource {
    private static final int MOST = 200;

    private final ChangingProduct changing;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final SecurityIdentity identity;
    private final Problems problems;

    UnitsResource(
            ChangingProduct changing,
            Catalogue catalogue,
            Transactions transactions,
            SecurityIdentity identity,
            Problems problems) {
        this.changing = changing;
        this.catalogue = catalogue;
        this.transactions = transactions;
        this.identity = identity;
        this.problems = problems;
    }

    /** A unit as it is answered. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UnitAnswer(
            String serial,
            String model,
            String version,
            @Nullable String customerId,
            @Nullable LocalDate supportEnds) {
        static UnitAnswer of(Unit unit) {
            return new UnitAnswer(
                    unit.serial(),
                    unit.model(),
                    unit.version(),
                    unit.customerId(),
                    unit.supportEnds());
        }
    }

    /** One page of units; {@code next} is the cursor of the next one. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record UnitList(List<UnitAnswer> items, @Nullable String next) {}

    /** How many units were written. */
    @RegisterForReflection
    public record Written(int units) {}

    /** Body: {@link UnitsBody}; known units (by model and serial) are written over. All or none. */
    @POST
    @Reaches(Reach.DESK)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({CatalogueRoles.OFFICE, CatalogueRoles.COMMUNICATIONS})
    @Operation(summary = "Add units or write over known ones")
    public Response put(
            @PathParam("productId") String id, UnitsBody body, @Context RoutingContext request) {
        Optional<Product> product = product(id);
        if (product.isEmpty()) {
            return problems.answer(request, Problem.notFound());
        }
        List<FieldError> errors = body.errors(product.get());
        if (!errors.isEmpty()) {
            return problems.answer(request, Problem.fields(errors));
        }
        List<Unit> units = body.units(product.get());
        changing.putUnits(product.get().id(), units, Actor.of(identity));
        return Response.ok(new Written(units.size())).build();
    }

    @GET
    @Reaches(Reach.DESK)
    @RolesAllowed({"security-office", "ciso", "communications", "it-operations", "auditor"})
    @Operation(summary = "Units of a product, by model and serial")
    public Response list(
            @PathParam("productId") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") int limit,
            @Context RoutingContext request) {
        Optional<Product> product = product(id);
        if (product.isEmpty()) {
            return problems.answer(request, Problem.notFound());
        }
        UnitCursor after = UnitCursor.read(cursor);
        int most = Math.clamp(limit, 1, MOST);
        List<Unit> units =
                transactions.inTransaction(
                        c ->
                                catalogue.units(
                                        product.get().id(), after.model(), after.serial(), most));
        Unit last = units.size() < most ? null : units.getLast();
        return Response.ok(
                        new UnitList(
                                units.stream().map(UnitAnswer::of).toList(),
                                last == null ? null : UnitCursor.after(last)))
                .build();
    }

    private Optional<Product> product(String id) {
        return Paths.id(id)
                .flatMap(known -> transactions.inTransaction(c -> catalogue.product(known)));
    }
}
