package org.hikeshi.triage.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.triage.casework.Person;
import org.hikeshi.triage.milestone.MilestoneName;
import org.hikeshi.triage.overview.CaseSearch;
import org.hikeshi.triage.overview.Paging;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.jspecify.annotations.Nullable;

/** {@code /desk/cases}: which cases match. */
@Path("/desk/cases")
@RolesAllowed("**")
public class CasesPage {
    private static final int ON_A_PAGE = 50;

    private final CaseSearch search;
    private final CaseTitles titles;
    private final SecurityIdentity identity;
    private final Visit visit;

    CasesPage(CaseSearch search, CaseTitles titles, SecurityIdentity identity, Visit visit) {
        this.search = search;
        this.titles = titles;
        this.identity = identity;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        static native TemplateInstance cases(Page page, Found found);
    }

    /** What was looked for and found. */
    public record Found(
            String stage,
            String severity,
            String overdue,
            String code,
            List<String> stages,
            List<String> severities,
            List<Line> lines,
            String next) {}

    /**
     * @param title of the report as its reporter wrote it; empty while intake is away
     * @param earlierNumber of an imported record, in the list it came from
     */
    public record Line(CaseSearch.Found found, String title, String earlierNumber) {

        /** The severity, or that there is none yet. */
        public String level() {
            String severity = found.severity();
            return severity == null ? "unscored" : severity;
        }
    }

    @GET
    @Reaches(Reach.CASES_SEEN)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public TemplateInstance cases(
            @QueryParam("stage") @DefaultValue("") String stage,
            @QueryParam("severity") @DefaultValue("") String severity,
            @QueryParam("overdue") @DefaultValue("") String overdue,
            @QueryParam("code") @DefaultValue("") String code,
            @QueryParam("cursor") @Nullable String cursor) {
        Paging paging = Paging.of(ON_A_PAGE, cursor);
        CaseSearch.Filter filter =
                new CaseSearch.Filter(stage, severity, "", overdue, which(code.strip()));
        Paging.Items<CaseSearch.Found> items =
                paging.page(search.find(Person.of(identity), filter, paging));
        CaseTitles.Called called =
                titles.of(items.items().stream().map(CaseSearch.Found::caseId).toList());
        List<Line> lines =
                items.items().stream()
                        .map(
                                one ->
                                        new Line(
                                                one,
                                                called.title(one.caseId()),
                                                called.number(one.caseId())))
                        .toList();
        String next = items.next();
        return Templates.cases(
                visit.page(
                                next == null ? "desk.cases.title" : "desk.cases.title.more",
                                paging.offset() + lines.size())
                        .forStaff(),
                new Found(
                        stage,
                        severity,
                        overdue,
                        code,
                        Arrays.stream(MilestoneName.values()).map(MilestoneName::written).toList(),
                        List.of("critical", "high", "medium", "low", "none", "unscored"),
                        lines,
                        next == null ? "" : next));
    }

    /** By what people have at hand: a tracking code, a case's number, its number of before. */
    private CaseSearch.Which which(String given) {
        if (given.isEmpty()) {
            return CaseSearch.Which.ANY;
        }
        return new CaseSearch.Which(
                TrackingCode.parse(given).map(TrackingCode::value).orElse(""),
                given.toUpperCase(Locale.ROOT),
                titles.byNumber(given).orElse(""));
    }
}
