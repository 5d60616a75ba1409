package org.hikeshi.disclosure.desk;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.ApprovingAdvisory;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.Opinion;
import org.hikeshi.disclosure.advisory.Result;
import org.hikeshi.disclosure.advisory.ReviewingAdvisory;
import org.hikeshi.disclosure.date.DateWish;
import org.hikeshi.disclosure.date.SettingDate;
import org.hikeshi.disclosure.publication.HoldingAdvisory;
import org.hikeshi.disclosure.publication.PublishingAdvisory;
import org.hikeshi.disclosure.publication.WithdrawingAdvisory;
import org.hikeshi.policy.Reviewing;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/advisories/{id}/…}: everything somebody decides about a text. */
@Path("/api/v1/advisories/{id}")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {
    private final ReviewingAdvisory reviewing;
    private final ApprovingAdvisory approving;
    private final SettingDate dating;
    private final HoldingAdvisory holding;
    private final PublishingAdvisory publishing;
    private final WithdrawingAdvisory withdrawing;
    private final ReadingAdvisories reading;
    private final People people;
    private final Answers answers;

    DecisionResource(
            ReviewingAdvisory reviewing,
            ApprovingAdvisory approving,
            SettingDate dating,
            HoldingAdvisory holding,
            PublishingAdvisory publishing,
            WithdrawingAdvisory withdrawing,
            ReadingAdvisories reading,
            People people,
            Answers answers) {
        this.reviewing = reviewing;
        this.approving = approving;
        this.dating = dating;
        this.holding = holding;
        this.publishing = publishing;
        this.withdrawing = withdrawing;
        this.reading = reading;
        this.people = people;
        this.answers = answers;
    }

    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"developer", "qa", "legal"})
    @Path("reviews/{review: technical|qa|legal}")
    public Response review(
            @PathParam("id") String id,
            @PathParam("review") String review,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            DecisionBodies.Opinion body,
            @Context RoutingContext request) {
        Reviewing kind = Reviewing.valueOf(review.toUpperCase(Locale.ROOT));
        return opinion(
                request,
                reading.tried(id, people.present(), AdvisoryAction.of(kind)),
                body,
                (known, opinion) ->
                        reviewing.review(
                                known, kind, opinion, Answers.hash(ifMatch), people.present()));
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "ciso")
    @Path("approval")
    public Response approve(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            DecisionBodies.Opinion body,
            @Context RoutingContext request) {
        Optional<UUID> tried = reading.tried(id, people.present(), AdvisoryAction.APPROVE);
        if (ifMatch == null && tried.isPresent()) {
            return answers.refused(request, 428, "if-match-needed");
        }
        String deviation = Objects.requireNonNullElse(body.deviation(), "").strip();
        return opinion(
                request,
                tried,
                body,
                (known, opinion) ->
                        approving.approve(
                                known,
                                opinion,
                                deviation,
                                Answers.hash(ifMatch),
                                people.present()));
    }

    private interface Judging {
        Result judge(UUID id, Opinion opinion);
    }

    private Response opinion(
            RoutingContext request,
            Optional<UUID> tried,
            DecisionBodies.Opinion body,
            Judging judging) {
        String outcome = Objects.requireNonNullElse(body.outcome(), "");
        String comment = Objects.requireNonNullElse(body.comment(), "").strip();
        boolean yes = outcome.equals("accepted") || outcome.equals("approved");
        return act(
                request,
                tried,
                known -> {
                    if (!yes && !outcome.equals("changes-requested")) {
                        return unfit("/outcome", "outcome-unknown");
                    }
                    if (!yes && comment.isEmpty()) {
                        return unfit("/comment", "comment-needed");
                    }
                    return judging.judge(known, new Opinion(yes, comment));
                });
    }

    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"security-office", "ciso"})
    @Path("date")
    public Response date(
            @PathParam("id") String id, DecisionBodies.Date body, @Context RoutingContext request) {
        return act(
                request,
                reading.tried(
                        id, people.present(), AdvisoryAction.SET_DATE, AdvisoryAction.MOVE_DATE),
                known -> {
                    Instant date;
                    Instant answerBy;
                    try {
                        date = DecisionBodies.instant(body.date());
                        answerBy = DecisionBodies.instant(body.answerBy());
                    } catch (DateTimeParseException unreadable) {
                        return unfit("/date", "instant-form");
                    }
                    if (date == null) {
                        return unfit("/date", "instant-form");
                    }
                    var wish =
                            new DateWish(
                                    date,
                                    answerBy,
                                    Objects.requireNonNullElse(body.reason(), "").strip(),
                                    Boolean.TRUE.equals(body.decided()));
                    return dating.set(known, wish, people.present());
                });
    }

    @POST
    @Reaches(value = Reach.CASE, notFor = "auditor")
    @Path("hold")
    public Response hold(
            @PathParam("id") String id,
            DecisionBodies.@Nullable Hold body,
            @Context RoutingContext request) {
        boolean hold = body == null || !Boolean.FALSE.equals(body.held());
        return act(request, Answers.id(id), known -> holding.hold(known, hold, people.present()));
    }

    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"security-office", "ciso"})
    @Path("publication")
    public Response publish(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Context RoutingContext request) {
        return act(
                request,
                Answers.id(id),
                known -> publishing.publish(known, Answers.hash(ifMatch), people.present()));
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "ciso")
    @Path("withdrawal")
    public Response withdraw(
            @PathParam("id") String id,
            DecisionBodies.Withdrawal body,
            @Context RoutingContext request) {
        Map<String, String> reason = Objects.requireNonNullElse(body.reason(), Map.of());
        return act(
                request,
                reading.tried(id, people.present(), AdvisoryAction.WITHDRAW),
                known -> {
                    Optional<FieldError> wrong = DecisionBodies.wrong(reason, reading.languages());
                    return wrong.isPresent()
                            ? new Result.Unfit(List.of(wrong.get()))
                            : withdrawing.withdraw(known, reason, people.present());
                });
    }

    private static Result unfit(String pointer, String code) {
        return new Result.Unfit(List.of(FieldError.at(pointer, code)));
    }

    private Response act(
            RoutingContext request, Optional<UUID> tried, Function<UUID, Result> action) {
        return tried.map(known -> answers.of(request, action.apply(known), this::shown))
                .orElseGet(() -> answers.absent(request));
    }

    private Response shown(Dossier dossier) {
        return Response.ok(reading.view(dossier)).tag(dossier.advisory().hash().value()).build();
    }
}
