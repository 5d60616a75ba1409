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
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.casefile.PolicyDesk;
import org.hikeshi.disclosure.advisory.AdvisoryAction;
import org.hikeshi.disclosure.advisory.AdvisoryBody;
import org.hikeshi.disclosure.advisory.Dossier;
import org.hikeshi.disclosure.advisory.DraftingAdvisory;
import org.hikeshi.disclosure.advisory.Result;
import org.hikeshi.disclosure.date.DateWish;
import org.hikeshi.disclosure.date.SettingDate;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.jspecify.annotations.Nullable;

/** The forms of {@code /desk/advisories}; each leads back to where it began. */
@Path("/desk/advisories")
@Authenticated
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=UTF-8")
public class DeskActions {
    private final DraftingAdvisory drafting;
    private final SettingDate dating;
    private final ReadingAdvisories reading;
    private final DeskPages pages;
    private final People people;
    private final Answers answers;
    private final PolicyDesk desk;

    DeskActions(
            DraftingAdvisory drafting,
            SettingDate dating,
            ReadingAdvisories reading,
            DeskPages pages,
            People people,
            Answers answers,
            PolicyDesk desk) {
        this.drafting = drafting;
        this.dating = dating;
        this.reading = reading;
        this.pages = pages;
        this.people = people;
        this.answers = answers;
        this.desk = desk;
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Operation(hidden = true)
    public Response begin(MultivaluedMap<String, String> form, @Context RoutingContext request) {
        String caseId = Sent.text(form, "caseId");
        var body =
                new AdvisoryBody(
                        caseId.isEmpty() ? null : caseId,
                        Sent.text(form, "kind"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        Result result = drafting.begin(body, people.present());
        if (result instanceof Result.Unfit(List<FieldError> errors)) {
            return Response.status(422)
                    .entity(pages.list(caseId, EditorForm.again(form, errors)))
                    .build();
        }
        return answers.of(request, result, dossier -> Sent.to(dossier.advisory().id() + "/edit"));
    }

    @POST
    @Reaches(value = Reach.CASE, roles = "security-office")
    @Path("{id}/edit")
    @Operation(hidden = true)
    public Response edit(
            @PathParam("id") String id,
            MultivaluedMap<String, String> form,
            @Context RoutingContext request) {
        Optional<Dossier> open = pages.open(id);
        if (open.isEmpty()) {
            return answers.absent(request);
        }
        UUID known = open.get().advisory().id();
        Result result =
                drafting.edit(
                        known, Sent.text(form, "hash"), EditorForm.body(form), people.present());
        return switch (result) {
            case Result.Unfit(List<FieldError> errors) ->
                    pages.editor(request, open.get(), EditorForm.again(form, errors), 422);
            case Result.Stale(String by, Instant at) -> {
                FieldError changed =
                        FieldError.at("/texts/ja/title", "changed-by", by, at.toString());
                yield pages.editor(
                        request, open.get(), EditorForm.again(form, List.of(changed)), 412);
            }
            case Result.Done _, Result.Absent _, Result.Refused _ ->
                    answers.of(request, result, dossier -> Sent.to(id));
        };
    }

    @POST
    @Reaches(
            value = Reach.CASE,
            roles = {"security-office", "ciso"})
    @Path("{id}/date")
    @Operation(hidden = true)
    public Response date(
            @PathParam("id") String id,
            MultivaluedMap<String, String> form,
            @Context RoutingContext request) {
        Optional<UUID> tried =
                reading.tried(
                        id, people.present(), AdvisoryAction.SET_DATE, AdvisoryAction.MOVE_DATE);
        Instant date = local(Sent.text(form, "date"));
        if (tried.isEmpty()) {
            return answers.absent(request);
        }
        if (date == null) {
            FieldError unread = FieldError.at("/date", "date-form");
            return pages.page(id, request, EditorForm.again(form, List.of(unread)), 422);
        }
        return date(tried.get(), date, form, request);
    }

    private Response date(
            UUID id, Instant date, MultivaluedMap<String, String> form, RoutingContext request) {
        var wish =
                new DateWish(
                        date,
                        local(Sent.text(form, "answerBy")),
                        Sent.text(form, "reason"),
                        Sent.text(form, "decided").equals("yes"));
        Result result = dating.set(id, wish, people.present());
        return result instanceof Result.Unfit(List<FieldError> errors)
                ? pages.page(id.toString(), request, EditorForm.again(form, errors), 422)
                : answers.of(request, result, dossier -> Sent.to(id.toString()));
    }

    /** As a browser's field for date and time writes it, in the policy's zone. */
    private @Nullable Instant local(String typed) {
        try {
            return typed.isEmpty()
                    ? null
                    : LocalDateTime.parse(typed).atZone(desk.zone()).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
