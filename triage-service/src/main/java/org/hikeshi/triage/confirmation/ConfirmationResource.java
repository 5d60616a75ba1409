package org.hikeshi.triage.confirmation;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
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

/** A person has read the reports of a case and acted. */
@Path("/api/v1/cases/{caseId}/confirmation")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class ConfirmationResource {
    private final ConfirmingReport confirming;
    private final Answers answers;

    ConfirmationResource(ConfirmingReport confirming, Answers answers) {
        this.confirming = confirming;
        this.answers = answers;
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Operation(summary = "A person has read it and acted (E3.2-ack)")
    public Response confirm(@PathParam("caseId") String caseId, @Context RoutingContext request) {
        return answers.act(request, caseId, confirming::confirm);
    }
}
