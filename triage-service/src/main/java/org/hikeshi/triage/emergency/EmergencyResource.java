package org.hikeshi.triage.emergency;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.triage.overview.Answers;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/cases/{caseId}/emergency-access}. */
@Path("/api/v1/cases/{caseId}/emergency-access")
@RolesAllowed({"developer", "qa", "supply-chain", "communications", "legal", "it-operations"})
@Produces(MediaType.APPLICATION_JSON)
public class EmergencyResource {
    private final BreakingGlass breaking;
    private final Answers answers;
    private final Problems problems;

    EmergencyResource(BreakingGlass breaking, Answers answers, Problems problems) {
        this.breaking = breaking;
        this.answers = answers;
        this.problems = problems;
    }

    /**
     * @param reason why it cannot wait
     */
    public record Reason(@Nullable String reason) {}

    @POST
    @Reaches(Reach.EMERGENCY)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Takes emergency access to a case for a short time, with an alarm")
    public Response take(
            @PathParam("caseId") String caseId, Reason given, @Context RoutingContext request) {
        // Before the case is looked for: without a reason nobody learns whether it exists.
        String reason = given.reason();
        if (reason == null || reason.isBlank()) {
            return problems.answer(
                    request, Problem.fields(List.of(FieldError.at("/reason", "reason-needed"))));
        }
        return answers.act(request, caseId, (person, id) -> breaking.take(person, id, reason));
    }
}
