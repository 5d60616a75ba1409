package org.hikeshi.release.remediation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.CaseId;
import org.hikeshi.release.Paths;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/v1/remediations}. Every answer about one remediation carries its content hash as
 * {@code ETag}; edits and approvals name it in {@code If-Match} (428 without, 412 if it is
 * another).
 */
@Path("/api/v1/remediations")
@RunOnVirtualThread
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class RemediationsResource {
    private final RegisteringRemediation registering;
    private final SigningFirmware signing;
    private final ReleasingRemedy releasing;
    private final Acting acting;
    private final Looking looking;
    private final Answers answers;

    RemediationsResource(
            RegisteringRemediation registering,
            SigningFirmware signing,
            ReleasingRemedy releasing,
            Acting acting,
            Looking looking,
            Answers answers) {
        this.registering = registering;
        this.signing = signing;
        this.releasing = releasing;
        this.acting = acting;
        this.looking = looking;
        this.answers = answers;
    }

    /** Remediations the person may see. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RemediationList(List<RemediationAnswer> items, @Nullable String next) {}

    @GET
    @Reaches(Reach.CASES_SEEN)
    @Operation(summary = "Remediations of a case, or the latest two hundred")
    public RemediationList list(@QueryParam("caseId") @Nullable String caseId) {
        List<Dossier> all =
                caseId == null
                        ? looking.latest()
                        : Paths.id(caseId)
                                .map(id -> looking.ofCase(new CaseId(id)))
                                .orElse(List.of());
        return new RemediationList(all.stream().map(RemediationAnswer::of).toList(), null);
    }

    /** Body: {@link RemediationBody}. For developers of every product named. */
    @POST
    @Reaches(value = Reach.CASE_PRODUCT, roles = "developer")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register a mitigation or fix")
    public Response register(RemediationBody body, @Context RoutingContext request) {
        boolean may = body.inCase().map(registering::may).orElseGet(registering::mayAtAll);
        Verdict<Dossier> verdict =
                may
                        ? body.content()
                                .then(
                                        content ->
                                                registering.register(
                                                        body.inCase().orElseThrow(), content))
                        : new Verdict.Absent<>();
        return answers.answer(
                request,
                verdict,
                dossier ->
                        tagged(Response.status(201), dossier)
                                .header(
                                        HttpHeaders.LOCATION,
                                        "/api/v1/remediations/" + dossier.id())
                                .build());
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/{id}")
    @Operation(summary = "One remediation")
    public Response one(@PathParam("id") String id, @Context RoutingContext request) {
        Verdict<Dossier> verdict =
                Paths.id(id)
                        .flatMap(acting::seen)
                        .<Verdict<Dossier>>map(Verdict.Done::new)
                        .orElseGet(Verdict.Absent::new);
        return answers.answer(request, verdict, d -> tagged(Response.ok(), d).build());
    }

    /** Body: {@link RemediationBody}, all of it; voids what was approved. */
    @PUT
    @Reaches(value = Reach.CASE_PRODUCT, roles = "developer")
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Change what it says")
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            RemediationBody body,
            @Context RoutingContext request) {
        return changed(
                id,
                request,
                known ->
                        acting.act(
                                known,
                                RemediationAction.EDIT,
                                Acting.Binding.needed(Paths.etag(ifMatch)),
                                scene ->
                                        body.changed(scene.dossier())
                                                .then(
                                                        content ->
                                                                registering.edit(scene, content))));
    }

    /** No body. The second approver; the first passed QA. Neither uploaded a file. */
    @POST
    @Reaches(value = Reach.CASE, roles = "it-operations")
    @Path("/{id}/signing")
    @Operation(summary = "Have the files signed")
    public Response sign(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context RoutingContext request) {
        return changed(id, request, known -> signing.sign(known, Paths.etag(ifMatch)));
    }

    /** No body. Says {@code mitigation-ready} or {@code patch-ready}. */
    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"developer", "security-office"})
    @Path("/{id}/release")
    @Operation(summary = "Let it leave the house")
    public Response release(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context RoutingContext request) {
        return changed(id, request, known -> releasing.release(known, Paths.etag(ifMatch)));
    }

    private Response changed(
            String id,
            RoutingContext request,
            java.util.function.Function<UUID, Verdict<Dossier>> act) {
        Optional<UUID> known = Paths.id(id);
        if (known.isEmpty()) {
            return answers.refuse(request, Problem.notFound());
        }
        return answers.answer(
                request,
                act.apply(known.get()),
                dossier ->
                        tagged(Response.ok(), acting.seen(dossier.id()).orElse(dossier)).build());
    }

    static Response.ResponseBuilder tagged(Response.ResponseBuilder response, Dossier dossier) {
        return response.header(HttpHeaders.ETAG, "\"" + dossier.contentHash() + "\"")
                .entity(RemediationAnswer.of(dossier));
    }
}
