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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/campaigns/{id}/units}: which units were updated by hand. */
@Path("/api/v1/campaigns/{id}/units")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class UnitsResource {
    private static final int MOST = 1_000;
    private static final int LONGEST_TEXT = 4_000;

    private final DeclaringUnits declaring;
    private final CampaignDoor door;
    private final Problems problems;

    UnitsResource(DeclaringUnits declaring, CampaignDoor door, Problems problems) {
        this.declaring = declaring;
        this.door = door;
        this.problems = problems;
    }

    /** A unit. */
    @RegisterForReflection
    public record UnitBody(@Nullable String model, @Nullable String serial) {}

    /**
     * Units that have the remedy.
     *
     * @param units up to 1,000
     * @param evidence how it is known, in words
     */
    @RegisterForReflection
    public record UnitsBody(@Nullable List<UnitBody> units, @Nullable String evidence) {}

    /** What was counted, and what is no affected unit of this campaign. */
    @RegisterForReflection
    public record UnitsAnswer(int counted, List<UnitBody> unknown) {}

    @POST
    @RolesAllowed({"security-office", "it-operations"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Declare units that were updated by hand")
    public Response declare(
            @PathParam("id") UUID id, UnitsBody body, @Context RoutingContext request) {
        if (door.campaign(id).isEmpty()) {
            return door.absent(request);
        }
        List<FieldError> errors = errors(body);
        if (!errors.isEmpty()) {
            return problems.answer(request, Problem.fields(errors));
        }
        List<DeclaringUnits.Named> units = new ArrayList<>();
        for (UnitBody unit : body.units() == null ? List.<UnitBody>of() : body.units()) {
            units.add(
                    new DeclaringUnits.Named(
                            String.valueOf(unit.model()), String.valueOf(unit.serial())));
        }
        return switch (declaring.declare(id, units, door.me(), String.valueOf(body.evidence()))) {
            case DeclaringUnits.Declared.Done(int counted, List<DeclaringUnits.Named> unknown) ->
                    Response.ok(
                                    new UnitsAnswer(
                                            counted,
                                            unknown.stream()
                                                    .map(u -> new UnitBody(u.model(), u.serial()))
                                                    .toList()))
                            .build();
            case DeclaringUnits.Declared.Refused(String reason) ->
                    door.refused(request, 409, reason);
        };
    }

    private static List<FieldError> errors(UnitsBody body) {
        List<FieldError> errors = new ArrayList<>();
        List<UnitBody> units = body.units();
        if (units == null || units.isEmpty() || units.size() > MOST) {
            errors.add(FieldError.at("/units", "units-number", MOST));
        } else {
            for (int at = 0; at < units.size(); at++) {
                if (units.get(at).model() == null || units.get(at).serial() == null) {
                    errors.add(FieldError.at("/units/" + at, "unit-unnamed"));
                }
            }
        }
        String evidence = body.evidence();
        if (evidence == null || evidence.isBlank()) {
            errors.add(FieldError.at("/evidence", "reason-needed"));
        } else if (evidence.length() > LONGEST_TEXT) {
            errors.add(FieldError.at("/evidence", "reason-long", LONGEST_TEXT));
        }
        return errors;
    }
}
