package org.hikeshi.release.campaign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Origin;
import org.jspecify.annotations.Nullable;

/**
 * The form on the page of a rollout that says which units were updated by hand: one per line, model
 * and serial number.
 */
@Path("/desk/campaigns/{id}/units")
@RunOnVirtualThread
@RolesAllowed({"security-office", "it-operations"})
@Produces("text/html;charset=UTF-8")
public class DeclaringPages {
    private final DeclaringUnits declaring;
    private final CampaignPages pages;
    private final CampaignDoor door;
    private final Origin origin;

    DeclaringPages(
            DeclaringUnits declaring, CampaignPages pages, CampaignDoor door, Origin origin) {
        this.declaring = declaring;
        this.pages = pages;
        this.door = door;
        this.origin = origin;
    }

    @POST
    @Reaches(Reach.CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response declare(
            @PathParam("id") UUID id,
            @FormParam("units") @DefaultValue("") String units,
            @FormParam("evidence") @DefaultValue("") String evidence,
            @Context RoutingContext request) {
        Optional<Overview> overview =
                pages.visible(id).filter(seen -> door.declares(seen.campaign()));
        if (overview.isEmpty()) {
            return door.absent(request);
        }
        List<UnitsBody.UnitBody> lines =
                units.lines().filter(line -> !line.isBlank()).map(DeclaringPages::unit).toList();
        UnitsBody body = new UnitsBody(lines, evidence);
        Map<String, String> typed = Map.of("units", units, "evidence", evidence);
        List<FieldError> errors = body.errors();
        if (!errors.isEmpty()) {
            return pages.again(overview.get(), Filled.with(typed, fields(errors)));
        }
        return switch (declaring.declare(id, body.named(), door.me(), evidence)) {
            case DeclaringUnits.Declared.Done(int counted, List<DeclaringUnits.Named> unknown) ->
                    unknown.isEmpty()
                            ? Response.seeOther(URI.create(origin.link("/desk/campaigns/" + id)))
                                    .build()
                            : pages.again(
                                    pages.visible(id).orElseThrow(),
                                    Filled.with(typed, unknown(counted, unknown)));
            case DeclaringUnits.Declared.Refused(String reason) ->
                    door.refused(request, 409, reason);
        };
    }

    private static UnitsBody.UnitBody unit(String line) {
        String[] words = line.strip().split("[,\\s]+");
        @Nullable String serial = words.length == 2 ? words[1] : null;
        return new UnitsBody.UnitBody(words[0], serial);
    }

    /* A line that cannot be read is named by its number. */
    private static List<FieldError> fields(List<FieldError> errors) {
        return errors.stream().map(DeclaringPages::inLine).toList();
    }

    private static FieldError inLine(FieldError error) {
        String[] steps = error.pointer().split("/");
        return steps.length < 3
                ? error
                : FieldError.at("/units", "line-unit-unnamed", Integer.parseInt(steps[2]) + 1);
    }

    private static List<FieldError> unknown(int counted, List<DeclaringUnits.Named> units) {
        String names =
                String.join(", ", units.stream().map(u -> u.model() + " " + u.serial()).toList());
        return List.of(FieldError.at("/units", "units-unknown", counted, names));
    }
}
