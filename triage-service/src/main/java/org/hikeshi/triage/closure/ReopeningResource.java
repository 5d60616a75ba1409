package org.hikeshi.triage.closure;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.triage.overview.Answers;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;

/** Opens a closed case again. */
@Path("/api/v1/cases/{caseId}/reopening")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class ReopeningResource {
    private final ReopeningCase deciding;
    private final Answers answers;

    ReopeningResource(ReopeningCase deciding, Answers answers) {
        this.deciding = deciding;
        this.answers = answers;
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Opens a closed case again")
    public Response decide(
            @PathParam("caseId") String caseId,
            ReopeningCase.Reopening given,
            @Context RoutingContext request) {
        return answers.act(request, caseId, (person, id) -> deciding.reopen(person, id, given));
    }
}
