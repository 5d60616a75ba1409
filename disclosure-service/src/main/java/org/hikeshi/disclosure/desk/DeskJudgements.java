package org.hikeshi.disclosure.desk;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.ApprovingAdvisory;
import org.hikeshi.disclosure.advisory.Opinion;
import org.hikeshi.disclosure.advisory.Result;
import org.hikeshi.disclosure.advisory.ReviewingAdvisory;
import org.hikeshi.disclosure.publication.HoldingAdvisory;
import org.hikeshi.disclosure.publication.PublishingAdvisory;
import org.hikeshi.policy.Reviewing;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;

/** Judging, holding and publishing by the forms of the desk. */
@Path("/desk/advisories/{id}")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=UTF-8")
public class DeskJudgements {
    private final ReviewingAdvisory reviewing;
    private final ApprovingAdvisory approving;
    private final HoldingAdvisory holding;
    private final PublishingAdvisory publishing;
    private final ReadingAdvisories reading;
    private final DeskPages pages;
    private final People people;
    private final Answers answers;

    DeskJudgements(
            ReviewingAdvisory reviewing,
            ApprovingAdvisory approving,
            HoldingAdvisory holding,
            PublishingAdvisory publishing,
            ReadingAdvisories reading,
            DeskPages pages,
            People people,
            Answers answers) {
        this.reviewing = reviewing;
        this.approving = approving;
        this.holding = holding;
        this.publishing = publishing;
        this.reading = reading;
        this.pages = pages;
        this.people = people;
        this.answers = answers;
    }

    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"developer", "qa", "legal"})
    @Path("reviews/{review: technical|qa|legal}")
    @Operation(hidden = true)
    public Response review(
            @PathParam("id") String id,
            @PathParam("review") String review,
            MultivaluedMap<String, String> form,
            @Context RoutingContext request) {
        Opinion opinion = opinion(form);
        Reviewing kind = Reviewing.valueOf(review.toUpperCase(Locale.ROOT));
        Optional<UUID> tried = reading.tried(id, people.present(), AdvisoryAction.of(kind));
        if (tried.isPresent() && !opinion.accepted() && opinion.comment().isEmpty()) {
            FieldError missing = FieldError.at("/comment", "comment-needed");
            return pages.page(id, request, EditorForm.again(form, List.of(missing)), 422);
        }
        return act(
                request,
                id,
                tried,
                known -> reviewing.review(known, kind, opinion, hash(form), people.present()));
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "ciso")
    @Path("approval")
    @Operation(hidden = true)
    public Response approve(
            @PathParam("id") String id,
            MultivaluedMap<String, String> form,
            @Context RoutingContext request) {
        Opinion opinion = opinion(form);
        Optional<UUID> tried = reading.tried(id, people.present(), AdvisoryAction.APPROVE);
        if (tried.isPresent() && !opinion.accepted() && opinion.comment().isEmpty()) {
            FieldError missing = FieldError.at("/comment", "comment-needed");
            return pages.approval(id, request, EditorForm.again(form, List.of(missing)), 422);
        }
        return act(
                request,
                id,
                tried,
                known ->
                        approving.approve(
                                known,
                                opinion,
                                Sent.text(form, "deviation"),
                                hash(form),
                                people.present()));
    }

    @POST
    @Reaches(value = Reach.CASE, notFor = "auditor")
    @Path("hold")
    @Operation(hidden = true)
    public Response hold(
            @PathParam("id") String id,
            MultivaluedMap<String, String> form,
            @Context RoutingContext request) {
        boolean hold = !Sent.text(form, "held").equals("no");
        return act(
                request, id, Answers.id(id), known -> holding.hold(known, hold, people.present()));
    }

    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"security-office", "ciso"})
    @Path("publication")
    @Operation(hidden = true)
    public Response publish(
            @PathParam("id") String id,
            MultivaluedMap<String, String> form,
            @Context RoutingContext request) {
        return act(
                request,
                id,
                Answers.id(id),
                known -> publishing.publish(known, hash(form), people.present()));
    }

    private Response act(
            RoutingContext request,
            String id,
            Optional<UUID> tried,
            Function<UUID, Result> action) {
        return tried.map(known -> answers.of(request, action.apply(known), dossier -> Sent.to(id)))
                .orElseGet(() -> answers.absent(request));
    }

    private static Opinion opinion(MultivaluedMap<String, String> form) {
        return new Opinion(
                Sent.text(form, "outcome").equals("accepted"), Sent.text(form, "comment"));
    }

    private static Optional<String> hash(MultivaluedMap<String, String> form) {
        return Optional.of(Sent.text(form, "hash"));
    }
}
