package org.hikeshi.intake.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.casefile.SeenCases;
import org.hikeshi.events.CaseId;
import org.hikeshi.intake.conversation.Conversations;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.upload.StoredFiles;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/** {@code /desk/reports}: what arrived, one report, its files, and the panel of a case. */
@Path("/desk/reports")
@RunOnVirtualThread
@RolesAllowed({
    "security-office",
    "ciso",
    "developer",
    "qa",
    "legal",
    "communications",
    "supply-chain",
    "auditor"
})
public class ReportDeskPages {

    private final SecurityIdentity who;
    private final DeskAccess access;
    private final ReportList list;
    private final ReportView view;
    private final Conversations conversations;
    private final StoredFiles files;
    private final Visit visit;

    ReportDeskPages(
            SecurityIdentity who,
            DeskAccess access,
            ReportList list,
            ReportView view,
            Conversations conversations,
            StoredFiles files,
            Visit visit) {
        this.who = who;
        this.access = access;
        this.list = list;
        this.view = view;
        this.conversations = conversations;
        this.files = files;
        this.visit = visit;
    }

    @CheckedTemplate(basePath = "intake")
    static class Templates {
        static native TemplateInstance deskReports(
                Page page, List<ReportList.Row> rows, boolean waiting);

        static native TemplateInstance deskReport(Page page, ReportShown report, Filled form);

        static native TemplateInstance deskCase(Page page, List<ReportShown> reports);
    }

    @GET
    @Reaches(Reach.CASES_SEEN)
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public TemplateInstance all(@QueryParam("waiting") @DefaultValue("") String waiting) {
        boolean only = waiting.equals("yes");
        Page page = visit.page("desk.reports.title").forStaff();
        return Templates.deskReports(page, list.latest(only, SeenCases.of(who)), only);
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/{reportId}")
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public TemplateInstance one(@PathParam("reportId") String reportId) {
        DeskAccess.Opened opened = access.open(reportId, who);
        Page page =
                visit.page("desk.report.title", opened.report().trackingCode().value()).forStaff();
        return Templates.deskReport(
                page,
                view.of(opened.report(), opened.inCase(), who, page.language(), null),
                Filled.empty());
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/{reportId}/files/{file}")
    @Operation(hidden = true)
    public Response file(@PathParam("reportId") String reportId, @PathParam("file") String file) {
        StoredReport report = access.open(reportId, who).report();
        Conversation conversation = conversations.of(report.id());
        return conversation
                .file(file)
                .map(
                        one ->
                                files.download(
                                        one,
                                        report.trackingCode().value(),
                                        conversation.contentKey()))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/cases/{caseId}/panel")
    @Produces("text/html;charset=UTF-8")
    @Operation(hidden = true)
    public TemplateInstance panel(@PathParam("caseId") String caseId) {
        List<StoredReport> reports = access.ofCase(caseId, who);
        Page page = visit.page("desk.case.title").forStaff();
        return Templates.deskCase(
                page,
                reports.stream()
                        .map(
                                report ->
                                        view.of(
                                                report,
                                                CaseId.parse(caseId),
                                                who,
                                                page.language(),
                                                null))
                        .toList());
    }
}
