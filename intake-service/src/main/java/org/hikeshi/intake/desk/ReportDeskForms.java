package org.hikeshi.intake.desk;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.intake.conversation.Message;
import org.hikeshi.intake.conversation.WritingToReporter;
import org.hikeshi.intake.conversation.WritingToReporter.Letter;
import org.hikeshi.intake.form.Typed;
import org.hikeshi.intake.report.Report;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.jspecify.annotations.Nullable;

/** The forms of a report's page at the desk: writing to the reporter, and seeing who it is. */
@Path("/desk/reports/{reportId}")
@RunOnVirtualThread
@RolesAllowed("security-office")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces("text/html;charset=UTF-8")
public class ReportDeskForms {

    private final SecurityIdentity who;
    private final DeskAccess access;
    private final WritingToReporter writing;
    private final RevealingReporter revealing;
    private final ReportView view;
    private final PolicyVersions policies;
    private final Visit visit;
    private final InstantSource clock;

    ReportDeskForms(
            SecurityIdentity who,
            DeskAccess access,
            WritingToReporter writing,
            RevealingReporter revealing,
            ReportView view,
            PolicyVersions policies,
            Visit visit,
            InstantSource clock) {
        this.who = who;
        this.access = access;
        this.writing = writing;
        this.revealing = revealing;
        this.view = view;
        this.policies = policies;
        this.visit = visit;
        this.clock = clock;
    }

    @POST
    @Reaches(Reach.CASE)
    @Path("/messages")
    @Operation(hidden = true)
    public Response write(
            @PathParam("reportId") String reportId,
            @FormParam("text") @DefaultValue("") String text,
            @FormParam("answerBy") @DefaultValue("") String answerBy) {
        DeskAccess.Opened opened = access.open(reportId, who);
        Optional<Instant> until = until(answerBy, opened);
        Optional<FieldError> wrong =
                text.isBlank()
                        ? Optional.of(FieldError.at("/text", "required"))
                        : wrongDate(answerBy, until);
        if (wrong.isPresent()) {
            Filled form =
                    Filled.with(Map.of("text", text, "answerBy", answerBy), List.of(wrong.get()));
            return Response.status(422).entity(page(opened, form, null)).build();
        }
        writing.write(
                opened.report().id(),
                new Letter(
                        UUID.randomUUID(),
                        who.getPrincipal().getName(),
                        Map.of(Message.AS_WRITTEN, text.replace("\r\n", "\n")),
                        until.orElse(null)));
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/desk/reports/" + opened.report().id())
                .build();
    }

    @POST
    @Reaches(Reach.CASE)
    @Path("/reveal")
    @Operation(hidden = true)
    public Response reveal(
            @PathParam("reportId") String reportId,
            @FormParam("purpose") @DefaultValue("") String written) {
        DeskAccess.Opened opened = access.open(reportId, who);
        Optional<Purpose> purpose = Purpose.of(written);
        if (purpose.isEmpty()) {
            Filled form =
                    Filled.with(Map.of(), List.of(FieldError.at("/purpose", "not-a-purpose")));
            return Response.status(422).entity(page(opened, form, null)).build();
        }
        Report.Reporter reporter =
                revealing.reveal(opened.report(), purpose.get(), CaseAccess.staff(who));
        return Response.ok(page(opened, Filled.empty(), reporter)).build();
    }

    private TemplateInstance page(
            DeskAccess.Opened opened, Filled form, Report.@Nullable Reporter identity) {
        Page page =
                visit.page("desk.report.title", opened.report().trackingCode().value()).forStaff();
        return ReportDeskPages.Templates.deskReport(
                form.failed() ? page.withErrors() : page,
                view.of(opened.report(), opened.inCase(), who, page.language(), identity),
                form);
    }

    /** A question's date is the end of that day as the policy counts it. */
    private Optional<Instant> until(String answerBy, DeskAccess.Opened opened) {
        Optional<LocalDate> day = Typed.date(answerBy.strip());
        var calendar = policies.of(opened.report().policyVersion()).calendar();
        return day.map(calendar::endOf);
    }

    private Optional<FieldError> wrongDate(String typed, Optional<Instant> until) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        if (until.isEmpty()) {
            return Optional.of(FieldError.at("/answerBy", "not-a-date"));
        }
        return until.get().isAfter(clock.instant())
                ? Optional.empty()
                : Optional.of(FieldError.at("/answerBy", "in-the-past"));
    }
}
