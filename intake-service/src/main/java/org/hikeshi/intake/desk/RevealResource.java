package org.hikeshi.intake.desk;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.hikeshi.casefile.CaseAccess;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /api/v1/reporters/{reporterId}/reveal}. A reporter is known per report only, so the
 * reporter's id is the report's.
 */
@Path("/api/v1/reporters/{reporterId}/reveal")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RevealResource {

    private final SecurityIdentity who;
    private final DeskAccess access;
    private final RevealingReporter revealing;

    RevealResource(SecurityIdentity who, DeskAccess access, RevealingReporter revealing) {
        this.who = who;
        this.access = access;
        this.revealing = revealing;
    }

    /**
     * @param purpose {@code contact}, {@code credit}, {@code coordination}, {@code same-reporter}
     *     or {@code legal}
     */
    public record Body(@Nullable String purpose) {}

    /** Who reported; empty texts where nothing was said. */
    public record Identity(
            String reporterId, String name, String email, String organisation, String creditAs) {}

    @POST
    @Reaches(Reach.CASE)
    @RolesAllowed("security-office")
    @Consumes(MediaType.APPLICATION_JSON)
    public Identity reveal(@PathParam("reporterId") String reporterId, Body body) {
        StoredReport report = access.open(reporterId, who).report();
        String written = body.purpose() == null ? "" : body.purpose();
        Purpose purpose =
                Purpose.of(written)
                        .orElseThrow(
                                () ->
                                        new ProblemException(
                                                Problem.fields(
                                                        List.of(
                                                                FieldError.at(
                                                                        "/purpose",
                                                                        "not-a-purpose")))));
        Report.Reporter reporter = revealing.reveal(report, purpose, CaseAccess.staff(who));
        return new Identity(
                report.id().toString(),
                reporter.name(),
                reporter.email(),
                reporter.organisation(),
                reporter.creditAs());
    }
}
