package org.hikeshi.triage.overview;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.events.CaseId;
import org.hikeshi.events.TrackingCode;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** Cases for staff: the list, and one of them whole. */
@Path("/api/v1/cases")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class CaseResource {
    private final ReadingCase reading;
    private final CaseSearch search;
    private final Answers answers;

    CaseResource(ReadingCase reading, CaseSearch search, Answers answers) {
        this.reading = reading;
        this.search = search;
        this.answers = answers;
    }

    @GET
    @Reaches(Reach.CASES_SEEN)
    @Operation(summary = "Cases that the asker may see, newest first")
    public Paging.Items<CaseSearch.Found> list(
            @QueryParam("stage") @DefaultValue("") String stage,
            @QueryParam("severity") @DefaultValue("") String severity,
            @QueryParam("product") @DefaultValue("") String product,
            @QueryParam("overdue") @DefaultValue("") String overdue,
            @QueryParam("trackingCode") @DefaultValue("") String trackingCode,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Paging paging = Paging.of(limit, cursor);
        CaseSearch.Filter filter =
                new CaseSearch.Filter(stage, severity, product, overdue, code(trackingCode));
        return paging.page(search.find(answers.person(), filter, paging));
    }

    @GET
    @Reaches(Reach.CASE)
    @Path("/{caseId}")
    @Operation(summary = "A case whole: by its id or number")
    public Response one(@PathParam("caseId") String given, @Context RoutingContext request) {
        Optional<CaseId> caseId = reading.find(given);
        return caseId.isEmpty()
                ? answers.notFound(request)
                : answers.view(request, answers.person(), caseId.get());
    }

    /* Forgiving as everywhere; what is no code at all finds nothing. */
    private static CaseSearch.Which code(String given) {
        return given.isBlank()
                ? CaseSearch.Which.ANY
                : new CaseSearch.Which(
                        TrackingCode.parse(given).map(TrackingCode::value).orElse("-"), "", "");
    }
}
