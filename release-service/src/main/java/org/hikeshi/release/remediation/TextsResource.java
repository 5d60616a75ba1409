package org.hikeshi.release.remediation;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.release.Paths;
import org.hikeshi.release.text.PreDisclosure;
import org.hikeshi.release.text.TextDraft;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/remediations/{id}/pre-disclosure}: what customers may read before publication. */
@Path("/api/v1/remediations/{id}/pre-disclosure")
@RunOnVirtualThread
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class TextsResource {
    private final WritingText writing;
    private final Acting acting;
    private final Answers answers;

    TextsResource(WritingText writing, Acting acting, Answers answers) {
        this.writing = writing;
        this.acting = acting;
        this.answers = answers;
    }

    /** Both texts whole, and the hash that is approved. */
    @RegisterForReflection
    public record TextAnswer(String hash, Map<String, String> texts, boolean approved) {
        static TextAnswer of(PreDisclosure text) {
            return new TextAnswer(
                    text.hash(), Map.of("ja", text.textJa(), "en", text.textEn()), text.approved());
        }
    }

    /** {@code {"hash": …}} of the text that was read. */
    @RegisterForReflection
    public record ApprovalBody(@Nullable String hash) {}

    /** Body: {@link TextDraft}. For the security office; voids the approval if words change. */
    @PUT
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Draft the text for customers before publication")
    public Response draft(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            TextDraft draft,
            @Context RoutingContext request) {
        Optional<UUID> known = Paths.id(id);
        List<FieldError> errors = draft.errors();
        if (known.isEmpty()) {
            return answers.refuse(request, Problem.notFound());
        }
        if (!errors.isEmpty() && acting.lets(known.get(), RemediationAction.DRAFT_TEXT)) {
            return answers.refuse(request, Problem.fields(errors));
        }
        return answers.answer(
                request,
                writing.draft(known.get(), Paths.etag(ifMatch), draft),
                text -> Response.ok(TextAnswer.of(text)).build());
    }

    /** Body: {@link ApprovalBody}. For the role the policy names; never whoever wrote in it. */
    @POST
    @Reaches(value = Reach.CASE, roles = "ciso")
    @Path("/approval")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve exactly this text")
    public Response approve(
            @PathParam("id") String id, ApprovalBody body, @Context RoutingContext request) {
        Optional<UUID> known = Paths.id(id);
        if (known.isEmpty()) {
            return answers.refuse(request, Problem.notFound());
        }
        return answers.answer(
                request,
                writing.approve(known.get(), String.valueOf(body.hash())),
                text -> Response.ok(TextAnswer.of(text)).build());
    }
}
