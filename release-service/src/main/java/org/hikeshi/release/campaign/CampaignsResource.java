package org.hikeshi.release.campaign;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;

/** One campaign over the API: look and steer. A case that is not the caller's is not there. */
@Path("/api/v1/campaigns/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CampaignsResource {
    private final SteeringCampaign steering;
    private final CampaignDoor door;
    private final Problems problems;
    private final ObjectMapper json;

    CampaignsResource(
            SteeringCampaign steering, CampaignDoor door, Problems problems, ObjectMapper json) {
        this.steering = steering;
        this.door = door;
        this.problems = problems;
        this.json = json;
    }

    @GET
    @Reaches(Reach.CASE)
    @RolesAllowed({
        "security-office",
        "ciso",
        "developer",
        "qa",
        "it-operations",
        "communications",
        "legal",
        "supply-chain",
        "auditor"
    })
    @Operation(summary = "A campaign: devices by state, coverage, stages")
    public Response campaign(@PathParam("id") UUID id, @Context RoutingContext request) {
        return door.campaign(id)
                .map(campaign -> door.answer(Response.ok(), id))
                .orElseGet(() -> door.absent(request));
    }

    @POST
    @Reaches(Reach.CASE)
    @Path("{act:start|resume|abort|complete}")
    @RolesAllowed(CampaignAct.Roles.OFFICE)
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Start (two people), resume (two people), abort, complete")
    public Response steer(
            @PathParam("id") UUID id,
            @PathParam("act") String act,
            InputStream body,
            @Context RoutingContext request) {
        return act(id, CampaignAct.of(act).orElseThrow(), body, request);
    }

    @POST
    @Reaches(Reach.CASE)
    @Path("pause")
    @RolesAllowed({
        "security-office",
        "ciso",
        "developer",
        "qa",
        "it-operations",
        "communications",
        "legal",
        "supply-chain"
    })
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Pause: anybody on the case")
    public Response pause(
            @PathParam("id") UUID id, InputStream body, @Context RoutingContext request) {
        return act(id, CampaignAct.PAUSE, body, request);
    }

    private Response act(UUID id, CampaignAct act, InputStream body, RoutingContext request) {
        Optional<Campaign> campaign = door.campaign(id);
        if (campaign.isEmpty()) {
            return door.absent(request);
        }
        String match = request.request().getHeader(HttpHeaders.IF_MATCH);
        if (match != null && !match.equals("\"" + campaign.get().revision() + "\"")) {
            return door.refused(request, 412, "campaign-changed");
        }
        ActBody said = ActBody.read(body, json);
        List<FieldError> errors = said.errors(act);
        if (!errors.isEmpty()) {
            return problems.answer(request, Problem.fields(errors));
        }
        return switch (steering.steer(id, said.order(act, door.me()))) {
            case SteeringCampaign.Steered.Done done -> door.answer(Response.ok(), id);
            case SteeringCampaign.Steered.Refused(String reason) ->
                    door.refused(request, 409, reason);
        };
    }
}
