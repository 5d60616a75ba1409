package org.hikeshi.triage.plan;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.triage.overview.Answers;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** The remediation plan. */
@Path("/api/v1/cases/{caseId}/plan")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class PlanResource {
    private final PlanningRemediation planning;
    private final Answers answers;

    PlanResource(PlanningRemediation planning, Answers answers) {
        this.planning = planning;
        this.answers = answers;
    }

    @GET
    @Reaches(Reach.CASE)
    @Operation(summary = "The plan; its ETag is what a change names")
    public Response plan(@PathParam("caseId") String caseId, @Context RoutingContext request) {
        return answers.read(
                request,
                caseId,
                seen ->
                        planning.latest(seen.caseId())
                                .map(v -> Answers.versioned(v.revision(), v.plan()))
                                .orElseGet(() -> Answers.versioned(0, RemediationPlan.EMPTY)));
    }

    @PUT
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Writes the remediation plan down; each version is kept")
    public Response save(
            @PathParam("caseId") String caseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            RemediationPlan given,
            @Context RoutingContext request) {
        return answers.act(
                request,
                caseId,
                (person, id) -> planning.plan(person, id, Answers.revision(ifMatch), given));
    }
}
