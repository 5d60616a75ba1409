package org.hikeshi.release.audience;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.CaseId;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.release.Paths;
import org.hikeshi.release.text.PreDisclosures;
import org.hikeshi.trust.ServiceTokens;
import org.hikeshi.trust.TokenVerdict;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** What the notifier asks (design §5): affected customers, approved texts. Never routed. */
@Path("/internal")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InternalResource {
    private static final String BEARER = "Bearer ";

    private final AffectedCustomers customers;
    private final PreDisclosures texts;
    private final Transactions transactions;
    private final ServiceTokens tokens;

    InternalResource(
            AffectedCustomers customers,
            PreDisclosures texts,
            Transactions transactions,
            ServiceTokens tokens) {
        this.customers = customers;
        this.texts = texts;
        this.transactions = transactions;
        this.tokens = tokens;
    }

    /** All affected customers of a case. */
    @RegisterForReflection
    public record CustomerList(List<Customer> customers) {}

    /** One of them, with opaque id. */
    @RegisterForReflection
    public record Customer(String customerId, List<Affected> products) {}

    /** Devices of one model; without {@code fixedVersion} there is no fix for it yet. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Affected(
            UUID productId,
            String product,
            String model,
            List<String> versions,
            long units,
            @Nullable String fixedVersion) {}

    /** An approved text. */
    @RegisterForReflection
    public record ApprovedText(String hash, Map<String, String> texts) {}

    @GET
    @Reaches(value = Reach.SERVICE, callers = "notifier")
    @Path("/cases/{caseId}/affected-customers")
    @Operation(hidden = true)
    public Response affected(
            @PathParam("caseId") String caseId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (!mayAsk(authorization)) {
            return absent();
        }
        return Paths.id(caseId)
                .map(id -> Response.ok(list(new CaseId(id))).build())
                .orElseGet(InternalResource::absent);
    }

    private CustomerList list(CaseId caseId) {
        return new CustomerList(
                customers.of(caseId).stream()
                        .map(
                                c ->
                                        new Customer(
                                                c.customerId(),
                                                c.products().stream()
                                                        .map(InternalResource::affected)
                                                        .toList()))
                        .toList());
    }

    private static Affected affected(AffectedCustomers.Affected a) {
        return new Affected(
                a.productId(), a.product(), a.model(), a.versions(), a.units(), a.fixedVersion());
    }

    @GET
    @Reaches(value = Reach.SERVICE, callers = "notifier")
    @Path("/pre-disclosure/{hash}")
    @Operation(hidden = true)
    public Response text(
            @PathParam("hash") String hash,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        if (!mayAsk(authorization)) {
            return absent();
        }
        return transactions
                .inTransaction(connection -> texts.approved(hash))
                .map(both -> Response.ok(new ApprovedText(hash, both)).build())
                .orElseGet(InternalResource::absent);
    }

    private boolean mayAsk(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        return switch (tokens.check(authorization.substring(BEARER.length()), "release")) {
            case TokenVerdict.Accepted accepted -> accepted.service().equals("notifier");
            case TokenVerdict.Rejected rejected -> false;
        };
    }

    private static Response absent() {
        return Response.status(Response.Status.NOT_FOUND)
                .header(HttpHeaders.RETRY_AFTER, 1)
                .build();
    }
}
