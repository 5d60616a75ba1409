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

/** Closes a case with words to its reporters. */
@Path("/api/v1/cases/{caseId}/closure")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class ClosureResource {
    private final ClosingCase deciding;
    private final Answers answers;

    ClosureResource(ClosingCase deciding, Answers answers) {
        this.deciding = deciding;
        this.answers = answers;
    }

    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"security-office", "ciso"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Closes a case with words to its reporters")
    public Response decide(
            @PathParam("caseId") String caseId,
            ClosingCase.Closing given,
            @Context RoutingContext request) {
        return answers.act(request, caseId, (person, id) -> deciding.close(person, id, given));
    }
}
