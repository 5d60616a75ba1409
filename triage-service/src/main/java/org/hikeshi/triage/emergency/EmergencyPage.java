package org.hikeshi.triage.emergency;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.CaseId;
import org.hikeshi.triage.casework.Acted;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.overview.ReadingCase;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;

/** {@code /desk/emergency}: number and reason, then the case. */
@Path("/desk/emergency")
public class EmergencyPage {
    private final BreakingGlass breaking;
    private final ReadingCase reading;
    private final SecurityIdentity identity;
    private final Visit visit;

    EmergencyPage(
            BreakingGlass breaking, ReadingCase reading, SecurityIdentity identity, Visit visit) {
        this.breaking = breaking;
        this.reading = reading;
        this.identity = identity;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance emergency(Page page, String refusal, Filled form);
    }

    @GET
    @RolesAllowed({"developer", "qa", "supply-chain", "communications", "legal", "it-operations"})
    @Reaches(Reach.EMERGENCY)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public TemplateInstance form() {
        return Templates.emergency(page(), "", Filled.empty());
    }

    @POST
    @RolesAllowed({"developer", "qa", "supply-chain", "communications", "legal", "it-operations"})
    @Reaches(Reach.EMERGENCY)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public Response take(MultivaluedMap<String, String> given) {
        String number = text(given, "case");
        String reason = text(given, "reason");
        List<FieldError> missing = new ArrayList<>();
        if (number.isEmpty()) {
            missing.add(FieldError.at("case", "case-not-found"));
        }
        if (reason.isEmpty()) {
            missing.add(FieldError.at("reason", "reason-needed"));
        }
        if (!missing.isEmpty()) {
            return again(given, "", missing, 422);
        }
        Optional<CaseId> caseId = reading.find(number);
        Acted acted =
                caseId.map(id -> breaking.take(Person.of(identity), id, reason))
                        .orElseGet(Acted.NotFound::new);
        return switch (acted) {
            case Acted.Done _ ->
                    Response.status(Response.Status.SEE_OTHER)
                            .header(HttpHeaders.LOCATION, "/desk/cases/" + caseId.orElseThrow())
                            .build();
            case Acted.Refused refused -> again(given, "problem." + refused.code(), List.of(), 409);
            case Acted.NotFound _, Acted.Stale _, Acted.Invalid _ ->
                    again(given, "", List.of(FieldError.at("case", "case-not-found")), 422);
        };
    }

    private Response again(
            MultivaluedMap<String, String> given,
            String refusal,
            List<FieldError> errors,
            int status) {
        Filled filled = new Filled(Map.copyOf(given), errors);
        return Response.status(status)
                .entity(Templates.emergency(page().withErrors(), refusal, filled))
                .build();
    }

    private Page page() {
        return visit.page("desk.emergency.title").forStaff();
    }

    private static String text(MultivaluedMap<String, String> given, String name) {
        String text = given.getFirst(name);
        return text == null ? "" : text.strip();
    }
}
