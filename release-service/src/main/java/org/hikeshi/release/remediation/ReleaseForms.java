package org.hikeshi.release.remediation;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.policy.GateName;
import org.hikeshi.release.Paths;
import org.hikeshi.release.text.TextDraft;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.problem.Problem;

/** The forms of a remediation's page; each says which content it was shown with. */
@Path("/desk/releases/{id}")
@RunOnVirtualThread
@RolesAllowed("**")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=UTF-8")
public class ReleaseForms {
    private final DecidingGate deciding;
    private final SigningFirmware signing;
    private final ReleasingRemedy releasing;
    private final WritingText writing;
    private final Acting acting;
    private final ReleasePages pages;
    private final Answers answers;

    ReleaseForms(
            DecidingGate deciding,
            SigningFirmware signing,
            ReleasingRemedy releasing,
            WritingText writing,
            Acting acting,
            ReleasePages pages,
            Answers answers) {
        this.deciding = deciding;
        this.signing = signing;
        this.releasing = releasing;
        this.writing = writing;
        this.acting = acting;
        this.pages = pages;
        this.answers = answers;
    }

    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"developer", "qa", "it-operations"})
    @Path("/gates/{gate}")
    @Operation(hidden = true)
    public Response gate(
            @PathParam("id") String id,
            @PathParam("gate") String gate,
            @FormParam("etag") @DefaultValue("") String etag,
            @FormParam("outcome") @DefaultValue("") String outcome,
            @FormParam("evidence") @DefaultValue("") String evidence,
            @Context RoutingContext request) {
        Optional<GateName> name = GatesResource.name(gate);
        Filled left =
                Filled.with(
                        Map.of("outcome-" + gate, outcome, "evidence-" + gate, evidence),
                        List.of());
        if (name.isEmpty()) {
            return answers.refuse(request, Problem.notFound());
        }
        Verdict<DecidingGate.Said> said =
                new GatesResource.DecisionBody(outcome, evidence).said(name.get());
        return act(
                id,
                request,
                left,
                known ->
                        acting.lets(known, RemediationAction.at(name.get()))
                                ? named(said, gate)
                                        .then(s -> deciding.decide(known, Optional.of(etag), s))
                                : new Verdict.Absent<>());
    }

    /* Several gates stand on one page: their fields have the gate in their names. */
    private static Verdict<DecidingGate.Said> named(Verdict<DecidingGate.Said> said, String gate) {
        return said instanceof Verdict.Unfit<DecidingGate.Said> unfit
                ? new Verdict.Unfit<>(
                        unfit.errors().stream()
                                .map(e -> e.movedTo(e.pointer() + "-" + gate))
                                .toList())
                : said;
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "it-operations")
    @Path("/signing")
    @Operation(hidden = true)
    public Response sign(
            @PathParam("id") String id,
            @FormParam("etag") @DefaultValue("") String etag,
            @Context RoutingContext request) {
        return act(id, request, Filled.empty(), known -> signing.sign(known, Optional.of(etag)));
    }

    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"developer", "security-office"})
    @Path("/release")
    @Operation(hidden = true)
    public Response release(
            @PathParam("id") String id,
            @FormParam("etag") @DefaultValue("") String etag,
            @Context RoutingContext request) {
        return act(
                id, request, Filled.empty(), known -> releasing.release(known, Optional.of(etag)));
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Path("/text")
    @Operation(hidden = true)
    public Response text(
            @PathParam("id") String id,
            @FormParam("urgency") @DefaultValue("") String urgency,
            @FormParam("how-ja") @DefaultValue("") String ja,
            @FormParam("how-en") @DefaultValue("") String en,
            @Context RoutingContext request) {
        TextDraft draft = new TextDraft(urgency, Map.of("ja", ja, "en", en));
        List<FieldError> errors =
                draft.errors().stream()
                        .map(e -> e.movedTo(e.pointer().replace("/how/", "/how-")))
                        .toList();
        Filled left =
                Filled.with(Map.of("urgency", urgency, "how-ja", ja, "how-en", en), List.of());
        return act(
                id,
                request,
                left,
                known ->
                        errors.isEmpty() || !acting.lets(known, RemediationAction.DRAFT_TEXT)
                                ? writing.draft(known, Optional.empty(), draft)
                                : new Verdict.Unfit<>(errors));
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "ciso")
    @Path("/text-approval")
    @Operation(hidden = true)
    public Response approve(
            @PathParam("id") String id,
            @FormParam("hash") @DefaultValue("") String hash,
            @Context RoutingContext request) {
        return act(id, request, Filled.empty(), known -> writing.approve(known, hash));
    }

    private <T> Response act(
            String id, RoutingContext request, Filled left, Function<UUID, Verdict<T>> act) {
        Optional<UUID> known = Paths.id(id);
        return known.isEmpty()
                ? answers.refuse(request, Problem.notFound())
                : pages.after(id, request, act.apply(known.get()), left);
    }
}
