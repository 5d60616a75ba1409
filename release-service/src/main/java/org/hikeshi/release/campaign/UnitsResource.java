package org.hikeshi.release.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;

/** {@code POST /api/v1/campaigns/{id}/units}: which units were updated by hand. */
@Path("/api/v1/campaigns/{id}/units")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UnitsResource {

    private final DeclaringUnits declaring;
    private final CampaignDoor door;
    private final Problems problems;

    UnitsResource(DeclaringUnits declaring, CampaignDoor door, Problems problems) {
        this.declaring = declaring;
        this.door = door;
        this.problems = problems;
    }

    /** What was counted, and what is no affected unit of this campaign. */
    @RegisterForReflection
    public record UnitsAnswer(int counted, List<UnitsBody.UnitBody> unknown) {}

    @POST
    @Reaches(Reach.CASE)
    @RolesAllowed({"security-office", "it-operations"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Declare units that were updated by hand")
    public Response declare(
            @PathParam("id") UUID id, UnitsBody body, @Context RoutingContext request) {
        if (door.campaign(id).filter(door::declares).isEmpty()) {
            return door.absent(request);
        }
        List<FieldError> errors = body.errors();
        if (!errors.isEmpty()) {
            return problems.answer(request, Problem.fields(errors));
        }
        return switch (declaring.declare(
                id, body.named(), door.me(), String.valueOf(body.evidence()))) {
            case DeclaringUnits.Declared.Done(int counted, List<DeclaringUnits.Named> unknown) ->
                    Response.ok(
                                    new UnitsAnswer(
                                            counted,
                                            unknown.stream()
                                                    .map(
                                                            u ->
                                                                    new UnitsBody.UnitBody(
                                                                            u.model(), u.serial()))
                                                    .toList()))
                            .build();
            case DeclaringUnits.Declared.Refused(String reason) ->
                    door.refused(request, 409, reason);
        };
    }
}
