package org.hikeshi.triage.deadline;

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

/** Individual deadlines. */
@Path("/api/v1/cases/{caseId}/clocks/{clock}/deadline")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class DeadlineResource {
    private final SettingDeadline setting;
    private final Answers answers;

    DeadlineResource(SettingDeadline setting, Answers answers) {
        this.setting = setting;
        this.answers = answers;
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets an individual deadline with a reason that the reporter is told")
    public Response set(
            @PathParam("caseId") String caseId,
            @PathParam("clock") String clock,
            SettingDeadline.Wish wish,
            @Context RoutingContext request) {
        return answers.act(request, caseId, (person, id) -> setting.set(person, id, clock, wish));
    }
}
