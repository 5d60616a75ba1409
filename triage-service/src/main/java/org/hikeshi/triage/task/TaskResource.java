package org.hikeshi.triage.task;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.overview.Paging;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/tasks}: what is due. */
@Path("/api/v1/tasks")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {
    private final TaskList tasks;
    private final SecurityIdentity identity;
    private final Problems problems;

    TaskResource(TaskList tasks, SecurityIdentity identity, Problems problems) {
        this.tasks = tasks;
        this.identity = identity;
        this.problems = problems;
    }

    @GET
    @Reaches(Reach.CASES_SEEN)
    @Operation(summary = "What is due, on cases that the asker may see, by date")
    public Response tasks(
            @QueryParam("mine") @DefaultValue("false") boolean mine,
            @QueryParam("due") @Nullable String due,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context RoutingContext request) {
        Instant until = null;
        if (due != null && !due.isBlank()) {
            try {
                until = OffsetDateTime.parse(due).toInstant();
            } catch (DateTimeException unreadable) {
                return problems.answer(
                        request,
                        Problem.fields(List.of(FieldError.at("/due", "instant-unreadable"))));
            }
        }
        Paging paging = Paging.of(limit, cursor);
        return Response.ok(
                        paging.page(
                                tasks.open(
                                        Person.of(identity),
                                        mine,
                                        until,
                                        paging.limit() + 1,
                                        paging.offset())))
                .build();
    }
}
