package org.hikeshi.triage.closure;

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
import org.hikeshi.events.CaseId;
import org.hikeshi.triage.assessment.ToldText;
import org.hikeshi.triage.overview.Answers;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** Duplicates. */
@Path("/api/v1/cases/{caseId}/merge")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class MergeResource {
    private final MergingCase merging;
    private final Answers answers;

    MergeResource(MergingCase merging, Answers answers) {
        this.merging = merging;
        this.answers = answers;
    }

    /**
     * @param into the case that goes on
     * @param explanation told to the reporters of this one
     */
    public record Merge(@Nullable CaseId into, @Nullable ToldText explanation) {}

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Ends a case as a duplicate; its reports go on under another")
    public Response merge(
            @PathParam("caseId") String caseId, Merge given, @Context RoutingContext request) {
        return answers.act(
                request,
                caseId,
                (person, id) -> merging.merge(person, id, given.into(), given.explanation()));
    }
}
