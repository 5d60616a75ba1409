package org.hikeshi.notifier.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.hikeshi.web.problem.Problems;

/**
 * The customers' registry for programs (E5.4). {@code POST} takes {@code {"customers":
 * [{"customerId", "name", "email", "language"?: "ja"|"en", "kind"?: "customer"|"partner"}]}}, an
 * array of the same, or CSV with these columns; all rows or none: 422 names each row and column.
 * {@code dryRun=true} only counts.
 */
@RunOnVirtualThread
@Path("/api/v1/customers")
@Produces(MediaType.APPLICATION_JSON)
public class CustomerResource {
    private final CustomerRegistry registry;
    private final Problems problems;
    private final SecurityIdentity who;
    private final ObjectMapper json;

    CustomerResource(
            CustomerRegistry registry, Problems problems, SecurityIdentity who, ObjectMapper json) {
        this.registry = registry;
        this.problems = problems;
        this.who = who;
        this.json = json;
    }

    /** What an import did, or would do. */
    public record Taken(boolean dryRun, int rows, int created, int changed, int unchanged) {}

    /** One customer, as the registry knows them. */
    public record Known(
            String customerId, String name, String email, String language, String kind) {}

    /** All of them. */
    public record Registry(List<Known> items) {}

    @GET
    @Reaches(Reach.DESK)
    @RolesAllowed({"communications", "security-office", "ciso", "auditor"})
    public Registry all() {
        return new Registry(
                registry.all().stream()
                        .map(
                                one ->
                                        new Known(
                                                one.id(),
                                                one.name(),
                                                one.address().toString(),
                                                written(one.language()),
                                                written(one.kind())))
                        .toList());
    }

    @POST
    @Reaches(Reach.DESK)
    @Consumes("text/csv")
    @RolesAllowed("communications")
    public Response csv(
            byte[] body, @QueryParam("dryRun") boolean dryRun, @Context RoutingContext request) {
        return take(CustomerFile.ofCsv(body), dryRun, request);
    }

    @POST
    @Reaches(Reach.DESK)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("communications")
    public Response json(
            byte[] body, @QueryParam("dryRun") boolean dryRun, @Context RoutingContext request) {
        try {
            return take(CustomerFile.of(rows(body)), dryRun, request);
        } catch (IOException | IllegalArgumentException noJson) {
            return problems.answer(request, Problem.malformedJson());
        }
    }

    private List<Map<String, String>> rows(byte[] body) throws IOException {
        JsonNode given = json.readTree(body);
        if (given != null) {
            onlyKnown(given);
        }
        JsonNode list = given != null && given.has("customers") ? given.get("customers") : given;
        if (list == null || !list.isArray()) {
            throw new IOException("no list of customers");
        }
        List<FieldError> errors = new ArrayList<>();
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode customer : list) {
            rows.add(row(customer, "/" + (rows.size() + 1), errors));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.fields(errors));
        }
        return rows;
    }

    private static Map<String, String> row(JsonNode customer, String at, List<FieldError> errors) {
        if (!customer.isObject()) {
            errors.add(FieldError.at(at, "wrong-type"));
        }
        Map<String, String> row = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : customer.properties()) {
            String place = at + "/" + harmless(field.getKey());
            if (!CustomerFile.COLUMNS.contains(field.getKey())) {
                errors.add(FieldError.at(place, "unknown-field").accepting(CustomerFile.COLUMNS));
            } else if (field.getValue().isContainerNode()) {
                errors.add(FieldError.at(place, "wrong-type"));
            } else if (!field.getValue().isNull()) {
                row.put(field.getKey(), field.getValue().asText());
            }
        }
        return row;
    }

    /** A field that nobody asked for is named, not dropped. */
    private static void onlyKnown(JsonNode given) {
        List<FieldError> unknown =
                given.properties().stream()
                        .map(Map.Entry::getKey)
                        .filter(name -> !name.equals("customers"))
                        .map(name -> FieldError.at("/" + harmless(name), "unknown-field"))
                        .map(error -> error.accepting(List.of("customers")))
                        .toList();
        if (!unknown.isEmpty()) {
            throw new ProblemException(Problem.fields(unknown));
        }
    }

    private static String harmless(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]", "_");
    }

    private Response take(CustomerFile file, boolean dryRun, RoutingContext request) {
        if (!file.errors().isEmpty()) {
            return problems.answer(request, Problem.fields(file.errors()));
        }
        var done = registry.take(file.customers(), who.getPrincipal().getName(), dryRun);
        return Response.ok(
                        new Taken(
                                dryRun,
                                file.customers().size(),
                                done.created(),
                                done.changed(),
                                done.unchanged()))
                .build();
    }

    private static String written(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
