package org.hikeshi.intake.inquiry;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.access.ServiceCallers;
import org.hikeshi.intake.casefact.CaseReports;
import org.hikeshi.intake.desk.Original;
import org.hikeshi.intake.report.NumberElsewhere;
import org.hikeshi.intake.report.ReportRows;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /internal/titles} for triage: what the cases of one page are called; never routed.
 */
@Path("/internal/titles")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class TitlesResource {

    private static final int MOST = 200;

    private final Transactions transactions;
    private final ReportRows rows;
    private final ServiceCallers callers;

    TitlesResource(Transactions transactions, ReportRows rows, ServiceCallers callers) {
        this.transactions = transactions;
        this.rows = rows;
        this.callers = callers;
    }

    /** Up to 200 cases. */
    public record Body(@Nullable List<String> caseIds) {}

    /**
     * Of each case's earliest report; a case without one is left out.
     *
     * @param numbers what earlier records are called in the list they came from
     */
    public record Titles(Map<String, String> titles, Map<String, String> numbers) {}

    @POST
    @Reaches(value = Reach.SERVICE, callers = "triage")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response titles(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, Body body) {
        if (callers.caller(authorization, Set.of("triage")).isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        List<String> asked = body.caseIds() == null ? List.of() : body.caseIds();
        if (asked.size() > MOST) {
            throw new ProblemException(
                    Problem.fields(List.of(FieldError.at("/caseIds", "too-many", MOST))));
        }
        return Response.ok(transactions.inTransaction(c -> titles(c, asked))).build();
    }

    private Titles titles(Connection connection, List<String> caseIds) throws SQLException {
        Map<String, String> titles = new LinkedHashMap<>();
        Map<String, String> numbers = new LinkedHashMap<>();
        for (String text : caseIds) {
            Optional<CaseId> caseId = known(text);
            if (caseId.isPresent()) {
                List<ReportId> reports = CaseReports.of(connection, caseId.get());
                if (!reports.isEmpty()) {
                    String title = Original.title(rows.content(connection, reports.getFirst()));
                    if (!title.isEmpty()) {
                        titles.put(text, title);
                    }
                    NumberElsewhere.of(connection, rows, reports.getFirst())
                            .ifPresent(number -> numbers.put(text, number));
                }
            }
        }
        return new Titles(titles, numbers);
    }

    private static Optional<CaseId> known(String text) {
        try {
            return Optional.of(CaseId.parse(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
