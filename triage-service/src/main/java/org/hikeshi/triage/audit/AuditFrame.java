package org.hikeshi.triage.audit;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.overview.CaseSearch;
import org.hikeshi.triage.overview.Paging;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/** {@code /desk/audit}: the record of a case over all services, and whether it is whole. */
@RunOnVirtualThread
@Path("/desk/audit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"auditor", "ciso", "security-office"})
public class AuditFrame {
    private static final List<String> SERVICES =
            List.of("intake", "triage", "release", "disclosure", "notifier");

    private final CaseSearch search;
    private final SecurityIdentity identity;
    private final Visit visit;

    AuditFrame(CaseSearch search, SecurityIdentity identity, Visit visit) {
        this.search = search;
        this.identity = identity;
        this.visit = visit;
    }

    /** Where a service speaks for itself. */
    @TemplateData
    public record Panel(String service, String id, String src) {
        static Panel of(String service, String question) {
            return new Panel(
                    service,
                    "audit-" + service,
                    "/desk/operations/" + service + "/audit" + question);
        }
    }

    /**
     * The frame.
     *
     * @param given what was typed
     * @param found the case, if one was asked for
     */
    @TemplateData
    public record Frame(
            String given,
            Optional<CaseSearch.Found> found,
            String identityReads,
            List<Panel> panels) {}

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance frame(Page page, Frame frame);
    }

    /** A case that is not there is the common 404. */
    @GET
    @Reaches(Reach.CASES_SEEN)
    public TemplateInstance frame(@QueryParam("case") @DefaultValue("") String given) {
        String typed = given.strip();
        Optional<CaseSearch.Found> found = typed.isEmpty() ? Optional.empty() : find(typed);
        if (!typed.isEmpty() && found.isEmpty()) {
            throw new ProblemException(Problem.notFound());
        }
        String question = found.map(one -> "?case=" + one.caseId()).orElse("");
        return Templates.frame(
                visit.page("audit.title").forStaff(),
                new Frame(
                        found.map(CaseSearch.Found::trackingCode).orElse(""),
                        found,
                        "/desk/operations/intake/audit/identity" + question,
                        SERVICES.stream().map(one -> Panel.of(one, question)).toList()));
    }

    private Optional<CaseSearch.Found> find(String typed) {
        var filter = new CaseSearch.Filter("", "", "", "", CaseSearch.Which.of(typed));
        Stream<CaseSearch.Found> all =
                search.find(Person.of(identity), filter, Paging.of(1, null)).stream();
        return all.findFirst();
    }
}
