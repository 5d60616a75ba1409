package org.hikeshi.triage.escalation;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.triage.overview.Answers;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** Asking the CISO. */
@Path("/api/v1/cases/{caseId}/escalation")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class EscalationResource {
    private final EscalatingCase escalating;
    private final Answers answers;

    EscalationResource(EscalatingCase escalating, Answers answers) {
        this.escalating = escalating;
        this.answers = answers;
    }

    /**
     * @param reason {@code legal} or {@code person}
     */
    public record Question(@Nullable String reason, @Nullable String question) {}

    @POST
    @Reaches(value = Reach.CASE, notFor = "auditor")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Asks the CISO about a case")
    public Response escalate(
            @PathParam("caseId") String caseId, Question given, @Context RoutingContext request) {
        return answers.act(
                request,
                caseId,
                (person, id) -> escalating.escalate(person, id, given.reason(), given.question()));
    }
}
