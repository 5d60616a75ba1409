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

/** Milestones that will not come. */
@Path("/api/v1/cases/{caseId}/milestones/{milestone}/waiver")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class WaiverResource {
    private final WaivingMilestone waiving;
    private final Answers answers;

    WaiverResource(WaivingMilestone waiving, Answers answers) {
        this.waiving = waiving;
        this.answers = answers;
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "ciso")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "The CISO records that a milestone will not come")
    public Response waive(
            @PathParam("caseId") String caseId,
            @PathParam("milestone") String milestone,
            WaivingMilestone.Waiver waiver,
            @Context RoutingContext request) {
        return answers.act(
                request, caseId, (person, id) -> waiving.waive(person, id, milestone, waiver));
    }
}
