package org.hikeshi.intake.inquiry;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.access.ServiceAnswers;
import org.hikeshi.intake.access.ServiceCallers;
import org.hikeshi.intake.casefact.CaseReports;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** {@code GET /internal/cases/{caseId}/credits} for disclosure: who wishes to be named how. */
@Path("/internal/cases/{caseId}/credits")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class CreditsResource {

    private final Transactions transactions;
    private final ReportRows rows;
    private final AuditLog audit;
    private final ServiceCallers callers;
    private final InstantSource clock;

    CreditsResource(
            Transactions transactions,
            ReportRows rows,
            AuditLog audit,
            ServiceCallers callers,
            InstantSource clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.audit = audit;
        this.callers = callers;
        this.clock = clock;
    }

    /** The wishes of all reports of a case. */
    public record Credits(List<Credit> credits) {}

    /**
     * One wish.
     *
     * @param wish {@code none} or {@code named}
     * @param creditAs the name as it is to be printed, absent for none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Credit(String reportId, String wish, @Nullable String creditAs) {}

    @GET
    @Reaches(value = Reach.SERVICE, callers = "disclosure")
    public Response credits(
            @PathParam("caseId") String caseId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        List<Credit> credits =
                callers.caller(authorization, Set.of("disclosure")).isEmpty()
                        ? List.of()
                        : of(caseId);
        return credits.isEmpty()
                ? ServiceAnswers.absent()
                : Response.ok(new Credits(credits)).build();
    }

    private List<Credit> of(String caseId) {
        try {
            CaseId id = CaseId.parse(caseId);
            return transactions.inTransaction(connection -> read(connection, id));
        } catch (IllegalArgumentException noId) {
            return List.of();
        }
    }

    private List<Credit> read(Connection connection, CaseId caseId) throws SQLException {
        List<Credit> credits = new ArrayList<>();
        for (ReportId report : CaseReports.of(connection, caseId)) {
            audit.record(
                    connection,
                    AuditEntry.of("disclosure", "credit-read", report.toString(), clock.instant()));
            String creditAs =
                    rows.reporter(connection, report).map(Report.Reporter::creditAs).orElse("");
            credits.add(
                    new Credit(
                            report.toString(),
                            creditAs.isEmpty() ? "none" : "named",
                            creditAs.isEmpty() ? null : creditAs));
        }
        return credits;
    }
}
