package org.hikeshi.release.campaign;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.CaseId;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Origin;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.jspecify.annotations.Nullable;

/** {@code /desk/campaigns/for/{remediation}}: prepare a rollout, with or without a pilot stage. */
@Path("/desk/campaigns/for/{remediation}")
@RunOnVirtualThread
@RolesAllowed(CampaignAct.Roles.OFFICE)
@Produces("text/html;charset=UTF-8")
public class DraftPages {
    private static final List<String> CHANNELS = List.of("ota", "download", "manual");
    private static final Filled USUAL =
            Filled.with(
                    Map.of("channel", "ota", "automatic", "yes", "success", "90", "failure", "5"),
                    List.of());

    private final DraftingCampaign drafting;
    private final CampaignDoor door;
    private final Visit visit;
    private final Origin origin;

    DraftPages(DraftingCampaign drafting, CampaignDoor door, Visit visit, Origin origin) {
        this.drafting = drafting;
        this.door = door;
        this.visit = visit;
        this.origin = origin;
    }

    @CheckedTemplate(basePath = "campaign")
    static class Templates {
        static native TemplateInstance draft(
                Page page, Filled form, String remediation, List<String> channels);
    }

    @GET
    @Reaches(Reach.CASE)
    @Operation(hidden = true)
    public Response form(
            @PathParam("remediation") UUID remediation, @Context RoutingContext request) {
        return visible(remediation).isPresent()
                ? Response.ok(page(remediation, USUAL)).build()
                : door.absent(request);
    }

    @POST
    @Reaches(Reach.CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response sent(
            @PathParam("remediation") UUID remediation,
            MultivaluedMap<String, String> sent,
            @Context RoutingContext request) {
        Optional<Remedy> remedy = visible(remediation);
        if (remedy.isEmpty()) {
            return door.absent(request);
        }
        List<FieldError> errors = new ArrayList<>();
        CampaignBody body = body(sent, errors);
        errors.addAll(body.errors());
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(page(remediation, new Filled(sent, fields(errors))))
                    .build();
        }
        return switch (drafting.draft(remedy.get(), body.draft(), door.me())) {
            case DraftingCampaign.Drafted.Done(Campaign campaign) ->
                    Response.seeOther(URI.create(origin.link("/desk/campaigns/" + campaign.id())))
                            .build();
            case DraftingCampaign.Drafted.Refused(String reason) ->
                    door.refused(request, 409, reason);
        };
    }

    private Optional<Remedy> visible(UUID remediation) {
        return drafting.remedy(remediation).filter(found -> door.sees(new CaseId(found.caseId())));
    }

    private CampaignBody body(MultivaluedMap<String, String> sent, List<FieldError> errors) {
        Integer pilot = number(sent, "pilot", errors);
        Integer success = number(sent, "success", errors);
        Integer failure = number(sent, "failure", errors);
        var rest =
                new CampaignBody.StageBody(
                        visit.page("campaign.new.stage.rest").titleText(),
                        null,
                        100,
                        success,
                        failure);
        List<CampaignBody.StageBody> stages =
                pilot == null
                        ? List.of(rest)
                        : List.of(
                                new CampaignBody.StageBody(
                                        visit.page("campaign.new.stage.pilot").titleText(),
                                        null,
                                        pilot,
                                        success,
                                        failure),
                                rest);
        return new CampaignBody(sent.getFirst("channel"), sent.containsKey("automatic"), stages);
    }

    private static @Nullable Integer number(
            MultivaluedMap<String, String> sent, String field, List<FieldError> errors) {
        String text = Optional.ofNullable(sent.getFirst(field)).orElse("").strip();
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,3}")) {
            errors.add(FieldError.at("/" + field, "percent"));
            return null;
        }
        return Integer.valueOf(text);
    }

    /** Errors of a stage belong to the field it was made from. */
    private static List<FieldError> fields(List<FieldError> errors) {
        return errors.stream()
                .map(
                        error -> {
                            String last =
                                    error.pointer().substring(error.pointer().lastIndexOf('/') + 1);
                            return error.movedTo(last.equals("percent") ? "/pilot" : "/" + last);
                        })
                .distinct()
                .toList();
    }

    private TemplateInstance page(UUID remediation, Filled form) {
        Page page = visit.page("campaign.new.title").forStaff();
        return Templates.draft(
                form.failed() ? page.withErrors() : page, form, remediation.toString(), CHANNELS);
    }
}
