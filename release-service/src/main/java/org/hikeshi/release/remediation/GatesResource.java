package org.hikeshi.release.remediation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.policy.GateName;
import org.hikeshi.release.Paths;
import org.hikeshi.release.gate.GateOutcome;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/remediations/{id}/gates/{gate}}: deciding at a gate (E3.3). */
@Path("/api/v1/remediations/{id}/gates/{gate}")
@RunOnVirtualThread
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class GatesResource {
    private static final int MOST_CHARACTERS = 20_000;

    private final DecidingGate deciding;
    private final Acting acting;
    private final Answers answers;

    GatesResource(DecidingGate deciding, Acting acting, Answers answers) {
        this.deciding = deciding;
        this.acting = acting;
        this.answers = answers;
    }

    /**
     * What is said at a gate.
     *
     * @param outcome {@code passed} or {@code failed}
     * @param evidence what was looked at and found; kept sealed, up to 20,000 characters
     */
    @RegisterForReflection
    public record DecisionBody(@Nullable String outcome, @Nullable String evidence) {
        Verdict<DecidingGate.Said> said(GateName gate) {
            List<FieldError> errors = new ArrayList<>();
            Optional<GateOutcome> known =
                    Arrays.stream(GateOutcome.values())
                            .filter(o -> RemediationAnswer.written(o).equals(outcome))
                            .findFirst();
            if (known.isEmpty()) {
                errors.add(FieldError.at("/outcome", "gate-outcome"));
            }
            if (evidence == null || evidence.isBlank()) {
                errors.add(FieldError.at("/evidence", "missing"));
            } else if (evidence.length() > MOST_CHARACTERS) {
                errors.add(FieldError.at("/evidence", "too-long", MOST_CHARACTERS));
            }
            return errors.isEmpty()
                    ? new Verdict.Done<>(
                            new DecidingGate.Said(
                                    gate, known.orElseThrow(), String.valueOf(evidence)))
                    : new Verdict.Unfit<>(errors);
        }
    }

    /** Body: {@link DecisionBody}; {@code If-Match} names the content it is about. */
    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"developer", "qa", "it-operations"})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Pass a gate, or say that its check failed")
    public Response decide(
            @PathParam("id") String id,
            @PathParam("gate") String gate,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            DecisionBody body,
            @Context RoutingContext request) {
        Optional<UUID> known = Paths.id(id);
        Optional<GateName> name = name(gate);
        if (known.isEmpty() || name.isEmpty()) {
            return answers.refuse(request, Problem.notFound());
        }
        Verdict<Dossier> verdict =
                acting.look(
                                known.get(),
                                RemediationAction.at(name.get()),
                                Acting.Binding.needed(Paths.etag(ifMatch)))
                        .then(may -> body.said(name.get()))
                        .then(said -> deciding.decide(known.get(), Paths.etag(ifMatch), said));
        return answers.answer(
                request,
                verdict,
                d ->
                        RemediationsResource.tagged(Response.ok(), acting.seen(d.id()).orElse(d))
                                .build());
    }

    static Optional<GateName> name(String gate) {
        return Arrays.stream(GateName.values())
                .filter(name -> RemediationAnswer.written(name).equals(gate))
                .findFirst();
    }
}
