package org.hikeshi.triage.absence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.Absence;
import org.hikeshi.events.StaffId;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /desk/profile}: when somebody is away and who stands in; for some also who else is. */
@Path("/desk/profile")
@RolesAllowed("**")
@Produces("text/html;charset=UTF-8")
public class ProfilePage {
    private final AnnouncingAbsence announcing;
    private final Colleagues colleagues;
    private final PolicyVersions policies;
    private final SecurityIdentity identity;
    private final Visit visit;

    ProfilePage(
            AnnouncingAbsence announcing,
            Colleagues colleagues,
            PolicyVersions policies,
            SecurityIdentity identity,
            Visit visit) {
        this.announcing = announcing;
        this.colleagues = colleagues;
        this.policies = policies;
        this.identity = identity;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance profile(Page page, Shown shown, Filled form);
    }

    /**
     * What the page shows.
     *
     * @param everybody who is or will be away, where {@code overseer}
     * @param possible who could stand in
     * @param overseer whether this person sees every case, and so who is away
     */
    public record Shown(
            Optional<Days> own,
            List<Days> standsIn,
            List<Days> everybody,
            List<String> possible,
            boolean overseer) {}

    /**
     * An absence in days of the policy's zone.
     *
     * @param from first day, ISO 8601
     * @param until last day, ISO 8601
     * @param deputy empty if nobody stands in
     */
    public record Days(String staff, String deputy, String from, String until) {
        static Days of(Absence absence, ZoneId zone) {
            StaffId deputy = absence.deputy();
            Instant last = absence.until().minus(Duration.ofNanos(1));
            return new Days(
                    absence.staff().value(),
                    deputy == null ? "" : deputy.value(),
                    LocalDate.ofInstant(absence.from(), zone).toString(),
                    LocalDate.ofInstant(last, zone).toString());
        }
    }

    @GET
    @Reaches(Reach.DESK)
    @Operation(hidden = true)
    public TemplateInstance page() {
        colleagues.met(Person.of(identity));
        Shown shown = shown();
        Filled stands =
                shown.own()
                        .map(
                                days ->
                                        Filled.with(
                                                Map.of(
                                                        "from", days.from(),
                                                        "until", days.until(),
                                                        "deputy", days.deputy()),
                                                List.of()))
                        .orElseGet(Filled::empty);
        return Templates.profile(frame(), shown, stands);
    }

    @POST
    @Reaches(Reach.DESK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response announce(MultivaluedMap<String, String> given) {
        Wish wish = new Wish(text(given, "from"), text(given, "until"), text(given, "deputy"));
        List<FieldError> faults = announcing.announce(Person.of(identity), wish);
        if (faults.isEmpty()) {
            return back();
        }
        Filled filled = new Filled(Map.copyOf(given), faults);
        return Response.status(422)
                .entity(Templates.profile(frame().withErrors(), shown(), filled))
                .build();
    }

    @POST
    @Path("/return")
    @Reaches(Reach.DESK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response end() {
        announcing.end(Person.of(identity));
        return back();
    }

    private static Response back() {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/desk/profile")
                .build();
    }

    private Shown shown() {
        Person person = Person.of(identity);
        ZoneId zone = policies.current().calendar().zone();
        AnnouncingAbsence.Standing standing = announcing.of(person);
        return new Shown(
                standing.own().map(one -> Days.of(one, zone)),
                standing.standsIn().stream().map(one -> Days.of(one, zone)).toList(),
                standing.everybody().stream().map(one -> Days.of(one, zone)).toList(),
                standing.possible().stream().map(StaffId::value).toList(),
                person.seesAll());
    }

    private Page frame() {
        return visit.page("desk.profile.title").forStaff();
    }

    private static String text(MultivaluedMap<String, String> given, String name) {
        String text = given.getFirst(name);
        return text == null ? "" : text.strip();
    }
}
