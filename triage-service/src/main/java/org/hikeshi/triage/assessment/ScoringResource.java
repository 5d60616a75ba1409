package org.hikeshi.triage.assessment;

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

/** Fixing the assessment. */
@Path("/api/v1/cases/{caseId}/scoring")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class ScoringResource {
    private final ScoringVulnerability scoring;
    private final Answers answers;

    ScoringResource(ScoringVulnerability scoring, Answers answers) {
        this.scoring = scoring;
        this.answers = answers;
    }

    /**
     * @param reason needed when the case was scored before; the reporter is told
     */
    public record Scoring(@Nullable ToldText reason) {}

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Fixes the assessment and says so; again with a reason")
    public Response score(
            @PathParam("caseId") String caseId, Scoring given, @Context RoutingContext request) {
        return answers.act(
                request, caseId, (person, id) -> scoring.score(person, id, given.reason()));
    }
}
