package org.hikeshi.release.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
 * {@code /api/v1/products}: product lines. The security office keeps them; every member of staff
 * may read them.
 */
@Path("/api/v1/products")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ProductsResource {
    private final ChangingProduct changing;
    private final Catalogue catalogue;
    private final Transactions transactions;
    private final SecurityIdentity identity;
    private final Problems problems;

    ProductsResource(
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

    /** A product as it is answered. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProductAnswer(
            UUID productId,
            int revision,
            String name,
            List<String> models,
            List<String> versions,
            @Nullable LocalDate supportEnds,
            List<String> developers) {
        static ProductAnswer of(Product product) {
            return new ProductAnswer(
                    product.id(),
                    product.revision(),
                    product.name(),
                    product.models(),
                    product.versions(),
                    product.supportEnds(),
                    product.developers());
        }
    }

    /** All products. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProductList(List<ProductAnswer> items, @Nullable String next) {}

    /** Body of {@code POST …/versions}. */
    @RegisterForReflection
    public record VersionBody(@Nullable String version) {}

    @GET
    @Reaches(Reach.DESK)
    @RolesAllowed("**")
    @Operation(summary = "All product lines, by name")
    public ProductList all() {
        return new ProductList(
                transactions.inTransaction(connection -> catalogue.products()).stream()
                        .map(ProductAnswer::of)
                        .toList(),
                null);
    }

    @GET
    @Reaches(Reach.DESK)
    @Path("/{productId}")
    @RolesAllowed("**")
    @Operation(summary = "One product line")
    public Response one(@PathParam("productId") String id, @Context RoutingContext request) {
        return Paths.id(id)
                .flatMap(known -> transactions.inTransaction(c -> catalogue.product(known)))
                .map(product -> answer(Response.ok(), product))
                .orElseGet(() -> absent(request));
    }

    /** Body: {@link ProductBody}. */
    @POST
    @Reaches(Reach.DESK)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CatalogueRoles.OFFICE)
    @Operation(summary = "Add a product line")
    public Response add(ProductBody body, @Context RoutingContext request) {
        List<FieldError> errors = body.errors();
        if (!errors.isEmpty()) {
            return problems.answer(request, Problem.fields(errors));
        }
        Product product = body.product(UUID.randomUUID(), 1);
        return answer(changing.add(product, Actor.of(identity)), true, request);
    }

    /** Body: {@link ProductBody}, the whole product; {@code If-Match} its revision. */
    @PUT
    @Reaches(Reach.DESK)
    @Path("/{productId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(CatalogueRoles.OFFICE)
    @Operation(summary = "Change a product line")
    public Response change(
            @PathParam("productId") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ProductBody body,
            @Context RoutingContext request) {
        Optional<UUID> known = Paths.id(id);
        Optional<Integer> seen = Paths.etag(ifMatch).flatMap(Paths::number);
        if (known.isEmpty()) {
            return absent(request);
        }
        if (seen.isEmpty()) {
            return problems.answer(request, Problem.of(428, "if-match-needed"));
        }
        List<FieldError> errors = body.errors();
        if (!errors.isEmpty()) {
            return problems.answer(request, Problem.fields(errors));
        }
        Product wanted = body.product(known.get(), seen.get() + 1);
        return answer(changing.change(wanted, seen.get(), Actor.of(identity)), false, request);
    }

    /** Body: {@code {"version": "2.4.0"}}. */
    @POST
    @Reaches(Reach.PRODUCT)
    @Path("/{productId}/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({CatalogueRoles.OFFICE, CatalogueRoles.DEVELOPER})
    @Operation(summary = "Add a version that was shipped")
    public Response version(
            @PathParam("productId") String id, VersionBody body, @Context RoutingContext request) {
        Actor actor = Actor.of(identity);
        Optional<Product> product =
                Paths.id(id)
                        .flatMap(known -> transactions.inTransaction(c -> catalogue.product(known)))
                        .filter(p -> CatalogueRoles.ships(actor, p));
        if (product.isEmpty()) {
            return absent(request);
        }
        String version = body.version();
        if (version == null || !ProductBody.holds(version, org.hikeshi.events.Version::new)) {
            return problems.answer(
                    request, Problem.fields(List.of(FieldError.at("/version", "version"))));
        }
        return changing.addVersion(product.get().id(), version, actor)
                .map(changed -> answer(Response.status(201), changed))
                .orElseGet(() -> absent(request));
    }

    private Response answer(ChangingProduct.Change change, boolean isNew, RoutingContext request) {
        return switch (change) {
            case ChangingProduct.Change.Made made ->
                    answer(
                            isNew
                                    ? Response.status(201)
                                            .header(
                                                    HttpHeaders.LOCATION,
                                                    "/api/v1/products/" + made.product().id())
                                    : Response.ok(),
                            made.product());
            case ChangingProduct.Change.Absent absent -> absent(request);
            case ChangingProduct.Change.Stale stale ->
                    problems.answer(request, Paths.stale(stale.by(), stale.at()));
            case ChangingProduct.Change.ModelsTaken taken ->
                    problems.answer(request, models(taken.models(), "model-taken"));
            case ChangingProduct.Change.ModelsInField inField ->
                    problems.answer(request, models(inField.models(), "model-in-field"));
        };
    }

    private static Problem models(List<String> models, String code) {
        return Problem.fields(
                models.stream().map(model -> FieldError.at("/models", code, model)).toList());
    }

    private static Response answer(Response.ResponseBuilder response, Product product) {
        return response.header(HttpHeaders.ETAG, "\"" + product.revision() + "\"")
                .entity(ProductAnswer.of(product))
                .build();
    }

    private Response absent(RoutingContext request) {
        return problems.answer(request, Problem.notFound());
    }
}
