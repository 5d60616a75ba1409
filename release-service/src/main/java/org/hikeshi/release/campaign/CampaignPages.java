package org.hikeshi.release.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.casefile.SeenCases;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Origin;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /desk/campaigns}: is the fleet getting safe? */
@Path("/desk/campaigns")
@RunOnVirtualThread
@Produces("text/html;charset=UTF-8")
public class CampaignPages {
    private static final int MOST = 100;

    private final ReadingCampaign reading;
    private final SteeringCampaign steering;
    private final CampaignDoor door;
    private final SecurityIdentity who;
    private final Visit visit;
    private final Origin origin;
    private final InstantSource clock;

    CampaignPages(
            ReadingCampaign reading,
            SteeringCampaign steering,
            CampaignDoor door,
            SecurityIdentity who,
            Visit visit,
            Origin origin,
            InstantSource clock) {
        this.reading = reading;
        this.steering = steering;
        this.door = door;
        this.who = who;
        this.visit = visit;
        this.origin = origin;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance campaign(
                Page page, CampaignShown shown, Filled form, Instant now);

        static native TemplateInstance campaigns(Page page, List<CampaignShown> shown);
    }

    @GET
    @Reaches(Reach.CASES_SEEN)
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
    @Operation(hidden = true)
    public TemplateInstance list() {
        List<CampaignShown> shown =
                reading.newest(SeenCases.of(who), MOST).stream()
                        .flatMap(campaign -> reading.overview(campaign.key()).stream())
                        .map(this::shown)
                        .toList();
        return Templates.campaigns(visit.page("campaign.list.title").forStaff(), shown);
    }

    private CampaignShown shown(Overview overview) {
        return CampaignShown.of(overview, door.me(), door.rolesOn(overview.campaign().caseId()));
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("{id}")
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
    @Operation(hidden = true)
    public Response campaign(@PathParam("id") UUID id, @Context RoutingContext request) {
        return visible(id)
                .map(overview -> Response.ok(page(overview, Filled.empty())).build())
                .orElseGet(() -> door.absent(request));
    }

    @POST
    @Reaches(Reach.CASE)
    @Path("{id}/{act:start|resume|abort|complete}")
    @RolesAllowed(CampaignAct.Roles.OFFICE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response steer(
            @PathParam("id") UUID id,
            @PathParam("act") String act,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("percent") @DefaultValue("") String percent,
            @Context RoutingContext request) {
        return act(id, CampaignAct.of(act).orElseThrow(), new ActForm(reason, percent), request);
    }

    @POST
    @Reaches(Reach.CASE)
    @Path("{id}/pause")
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
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response pause(@PathParam("id") UUID id, @Context RoutingContext request) {
        return act(id, CampaignAct.PAUSE, new ActForm("", ""), request);
    }

    private Response act(UUID id, CampaignAct act, ActForm form, RoutingContext request) {
        Optional<Overview> overview = visible(id);
        if (overview.isEmpty()) {
            return door.absent(request);
        }
        List<FieldError> errors = form.errors(act);
        if (!errors.isEmpty()) {
            return again(overview.get(), form.left(errors));
        }
        return switch (steering.steer(id, form.body().order(act, who.getPrincipal().getName()))) {
            case SteeringCampaign.Steered.Done done ->
                    Response.seeOther(URI.create(origin.link("/desk/campaigns/" + id))).build();
            case SteeringCampaign.Steered.Refused(String why) -> door.refused(request, 409, why);
        };
    }

    /** The page again with what was typed, and what is wrong with it. */
    Response again(Overview overview, Filled left) {
        return Response.status(422).entity(page(overview, left)).build();
    }

    private TemplateInstance page(Overview overview, Filled form) {
        CampaignShown shown = shown(overview);
        Page page = visit.page("campaign.title", shown.models(), shown.version()).forStaff();
        return Templates.campaign(
                form.failed() ? page.withErrors() : page, shown, form, clock.instant());
    }

    Optional<Overview> visible(UUID id) {
        return door.campaign(id).flatMap(campaign -> reading.overview(id));
    }
}
