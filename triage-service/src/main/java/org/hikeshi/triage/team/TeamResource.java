package org.hikeshi.triage.team;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.triage.overview.Answers;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** Who is on a case. */
@Path("/api/v1/cases/{caseId}/team")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class TeamResource {
    private final SettingTeam setting;
    private final Answers answers;

    TeamResource(SettingTeam setting, Answers answers) {
        this.setting = setting;
        this.answers = answers;
    }

    /** The whole team. */
    public record Team(@Nullable List<SettingTeam.Member> members) {}

    @GET
    @Reaches(Reach.CASE)
    @Operation(summary = "The team; its ETag is what a change names")
    public Response team(@PathParam("caseId") String caseId, @Context RoutingContext request) {
        return answers.read(
                request,
                caseId,
                seen ->
                        Answers.versioned(
                                seen.facts().team().map(team -> team.revision()).orElse(0),
                                new Team(
                                        seen.view().team().stream()
                                                .map(
                                                        one ->
                                                                new SettingTeam.Member(
                                                                        one.staff(), one.role()))
                                                .toList())));
    }

    @PUT
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets the whole team")
    public Response set(
            @PathParam("caseId") String caseId,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            Team given,
            @Context RoutingContext request) {
        List<SettingTeam.Member> members = given.members();
        return answers.act(
                request,
                caseId,
                (person, id) ->
                        setting.set(
                                person,
                                id,
                                Answers.revision(ifMatch),
                                members == null ? List.of() : members));
    }
}
