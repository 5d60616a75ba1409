package org.hikeshi.release.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.CaseId;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Origin;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;

/** Campaigns of one remediation: draft one, list them. */
@Path("/api/v1/remediations/{id}/campaigns")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DraftsResource {
    private final DraftingCampaign drafting;
    private final ReadingCampaign reading;
    private final CampaignDoor door;
    private final Problems problems;
    private final Origin origin;

    DraftsResource(
            DraftingCampaign drafting,
            ReadingCampaign reading,
            CampaignDoor door,
            Problems problems,
            Origin origin) {
        this.drafting = drafting;
        this.reading = reading;
        this.door = door;
        this.problems = problems;
        this.origin = origin;
    }

    /** Campaigns of a remediation, oldest first. */
    @RegisterForReflection
    public record CampaignList(List<CampaignAnswer> items) {}

    @POST
    @Reaches(Reach.CASE)
    @RolesAllowed(CampaignAct.Roles.OFFICE)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Draft a campaign for a released remediation")
    public Response draft(
            @PathParam("id") UUID remediation, CampaignBody body, @Context RoutingContext request) {
        Optional<Remedy> remedy = visible(remediation);
        if (remedy.isEmpty()) {
            return door.absent(request);
        }
        List<FieldError> errors = body.errors();
        if (!errors.isEmpty()) {
            return problems.answer(request, Problem.fields(errors));
        }
        return switch (drafting.draft(remedy.get(), body.draft(), door.me())) {
            case DraftingCampaign.Drafted.Done(Campaign campaign) ->
                    door.answer(
                            Response.created(
                                    URI.create(origin.link("/api/v1/campaigns/" + campaign.id()))),
                            campaign.key());
            case DraftingCampaign.Drafted.Refused(String reason) ->
                    door.refused(request, 409, reason);
        };
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
    @Operation(summary = "Campaigns of a remediation")
    public Response list(@PathParam("id") UUID remediation, @Context RoutingContext request) {
        if (visible(remediation).isEmpty()) {
            return door.absent(request);
        }
        List<CampaignAnswer> items =
                reading.ofRemediation(remediation).stream()
                        .flatMap(campaign -> reading.overview(campaign.key()).stream())
                        .map(CampaignAnswer::of)
                        .toList();
        return Response.ok(new CampaignList(items)).build();
    }

    private Optional<Remedy> visible(UUID remediation) {
        return drafting.remedy(remediation).filter(found -> door.sees(new CaseId(found.caseId())));
    }
}
