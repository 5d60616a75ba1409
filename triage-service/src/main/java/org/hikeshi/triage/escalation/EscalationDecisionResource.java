package org.hikeshi.triage.escalation;

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

/** The answer of the CISO. */
@Path("/api/v1/cases/{caseId}/escalation-decision")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class EscalationDecisionResource {
    private final DecidingEscalation deciding;
    private final Answers answers;

    EscalationDecisionResource(DecidingEscalation deciding, Answers answers) {
        this.deciding = deciding;
        this.answers = answers;
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "ciso")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The CISO acknowledges or decides; without an id, all open questions")
    public Response decide(
            @PathParam("caseId") String caseId,
            DecidingEscalation.Decision decision,
            @Context RoutingContext request) {
        return answers.act(request, caseId, (person, id) -> deciding.decide(person, id, decision));
    }
}
