package org.hikeshi.triage.assessment;

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

/** How bad it is. */
@Path("/api/v1/cases/{caseId}/assessment")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class AssessmentResource {
    private final AssessingCase assessing;
    private final Answers answers;

    AssessmentResource(AssessingCase assessing, Answers answers) {
        this.assessing = assessing;
        this.answers = answers;
    }

    @GET
    @Reaches(Reach.CASE)
    @Operation(summary = "The assessment; its ETag is what a change names")
    public Response assessment(
            @PathParam("caseId") String caseId, @Context RoutingContext request) {
        return answers.read(
                request,
                caseId,
                seen ->
                        assessing
                                .latest(seen.caseId())
                                .map(v -> Answers.versioned(v.revision(), v.assessment()))
                                .orElseGet(() -> Answers.versioned(0, Assessment.EMPTY)));
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/versions")
    @Operation(summary = "Every version of the assessment, newest first")
    public Response versions(@PathParam("caseId") String caseId, @Context RoutingContext request) {
        return answers.read(
                request, caseId, seen -> Response.ok(assessing.history(seen.caseId())).build());
    }

    @PUT
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Writes the assessment down; each version is kept")
    public Response save(
            @PathParam("caseId") String caseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Assessment given,
            @Context RoutingContext request) {
        return answers.act(
                request,
                caseId,
                (person, id) -> assessing.save(person, id, Answers.revision(ifMatch), given));
    }
}
