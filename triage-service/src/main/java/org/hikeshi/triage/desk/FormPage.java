package org.hikeshi.triage.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.overview.Answers;
import org.hikeshi.triage.overview.ReadingCase;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /desk/cases/{number}/{form}}: one step of a case as a form. */
@Path("/desk/cases/{number}/{form}")
@RolesAllowed("**")
public class FormPage {
    private final ReadingCase reading;
    private final Answers answers;
    private final FormDeeds deeds;
    private final FormChoices choices;
    private final SecurityIdentity identity;
    private final Visit visit;

    FormPage(
            ReadingCase reading,
            Answers answers,
            FormDeeds deeds,
            FormChoices choices,
            SecurityIdentity identity,
            Visit visit) {
        this.reading = reading;
        this.answers = answers;
        this.deeds = deeds;
        this.choices = choices;
        this.identity = identity;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance form(Page page, Step step, Filled form);
    }

    /**
     * One form as it is shown.
     *
     * @param version what a change is based on
     * @param refusal why it could not be done, a key of words; empty if nothing was refused
     */
    public record Step(
            String number, String name, List<FieldShown> fields, int version, String refusal) {}

    /**
     * One field in words.
     *
     * @param options value and label; empty where something is typed
     */
    public record FieldShown(
            String name,
            String kind,
            boolean required,
            String label,
            String hint,
            List<Option> options) {}

    /** A choice. */
    public record Option(String value, String label) {}

    @GET
    @Reaches(value = Reach.CASE, notFor = "auditor")
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response form(
            @PathParam("number") String number,
            @PathParam("form") String name,
            @Context RoutingContext request) {
        Optional<Open> open = open(number, name);
        if (open.isEmpty()) {
            return answers.notFound(request);
        }
        FormDeeds.Start start = deeds.start(open.get().form(), open.get().seen());
        Page page = page(open.get());
        Filled filled = new Filled(start.values(), List.of());
        return Response.ok(
                        Templates.form(page, step(open.get(), page, start.version(), ""), filled))
                .build();
    }

    @POST
    @Reaches(value = Reach.CASE, notFor = "auditor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response submit(
            @PathParam("number") String number,
            @PathParam("form") String name,
            MultivaluedMap<String, String> given,
            @Context RoutingContext request) {
        Optional<Open> open = open(number, name);
        if (open.isEmpty()) {
            return answers.notFound(request);
        }
        Person person = Person.of(identity);
        Acted acted =
                deeds.act(
                        open.get().form(), person, open.get().seen(), new Given(Map.copyOf(given)));
        return switch (acted) {
            case Acted.Done done -> back(open.get());
            case Acted.NotFound absent -> answers.notFound(request);
            case Acted.Refused refused ->
                    again(open.get(), given, "problem." + refused.code(), List.of(), 409);
            case Acted.Stale stale ->
                    again(open.get(), given, "problem.changed-meanwhile", List.of(), 412);
            case Acted.Invalid invalid ->
                    again(open.get(), given, "", FormDeeds.named(invalid.faults()), 422);
        };
    }

    private record Open(ReadingCase.Seen seen, CaseForm form) {}

    /** Only what this person may do now: nobody sees a form that will be refused. */
    private Optional<Open> open(String number, String name) {
        Person person = Person.of(identity);
        Optional<CaseForm> form = CaseForm.parse(name);
        return reading.find(number)
                .flatMap(caseId -> reading.read(person, caseId))
                .filter(
                        seen ->
                                form.isPresent()
                                        && seen.mayAct()
                                        && CaseForm.possible(seen.standing(), person)
                                                .contains(form.get()))
                .map(seen -> new Open(seen, form.orElseThrow()));
    }

    private Response again(
            Open open,
            MultivaluedMap<String, String> given,
            String refusal,
            List<FieldError> errors,
            int status) {
        Page page = page(open).withErrors();
        int version = new Given(Map.copyOf(given)).number("version");
        Filled filled = new Filled(Map.copyOf(given), errors);
        return Response.status(status)
                .entity(Templates.form(page, step(open, page, version, refusal), filled))
                .build();
    }

    private Step step(Open open, Page page, int version, String refusal) {
        return new Step(
                open.seen().line().number(),
                open.form().written(),
                open.form().fields().stream()
                        .map(field -> choices.shown(field, open.form(), open.seen(), page))
                        .toList(),
                version,
                refusal);
    }

    private Page page(Open open) {
        return visit.page("desk.form." + open.form().written(), open.seen().line().number())
                .forStaff();
    }

    private static Response back(Open open) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/desk/cases/" + open.seen().line().number())
                .build();
    }
}
