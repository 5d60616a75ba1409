package org.hikeshi.triage.marking;

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

/** Exploited, public, leaked. */
@Path("/api/v1/cases/{caseId}/marks")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class MarkResource {
    private final MarkingCase marking;
    private final Answers answers;

    MarkResource(MarkingCase marking, Answers answers) {
        this.marking = marking;
        this.answers = answers;
    }

    /**
     * @param mark {@code exploited}, {@code public} or {@code leaked}
     */
    public record Mark(@Nullable String mark, @Nullable String evidence) {}

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Marks a case as exploited, public or leaked, with what that rests on")
    public Response mark(
            @PathParam("caseId") String caseId, Mark given, @Context RoutingContext request) {
        return answers.act(
                request,
                caseId,
                (person, id) -> marking.mark(person, id, given.mark(), given.evidence()));
    }
}
