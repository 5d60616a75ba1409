package org.hikeshi.intake.status;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.intake.access.ReporterAccess;
import org.hikeshi.intake.conversation.Conversations;
import org.hikeshi.intake.conversation.Conversations.Conversation;
import org.hikeshi.intake.report.OpenPgpReceipts;
import org.hikeshi.intake.report.ReportAnswer.ReceiptAnswer;
import org.hikeshi.intake.report.ReportAnswers;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** A report's status and receipt for programs that hold its access key. */
@Path("/api/v1/reports/{trackingCode}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    private final ReporterAccess access;
    private final ReportStanding standings;
    private final ReportAnswers answers;
    private final StatusAnswers statuses;
    private final Conversations conversations;
    private final OpenPgpReceipts openPgp;

    StatusResource(
            ReporterAccess access,
            ReportStanding standings,
            ReportAnswers answers,
            StatusAnswers statuses,
            Conversations conversations,
            OpenPgpReceipts openPgp) {
        this.access = access;
        this.standings = standings;
        this.answers = answers;
        this.statuses = statuses;
        this.conversations = conversations;
        this.openPgp = openPgp;
    }

    @GET
    @Reaches(Reach.REPORTER_KEY)
    @Operation(summary = "Where a report stands, for the holder of its access key")
    public StatusAnswer status(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context RoutingContext request) {
        StoredReport report = access.authorised(code, authorization);
        Conversation conversation = conversations.of(report.id());
        return statuses.of(
                report,
                standings.of(report, conversation),
                conversation,
                answers.language(report, request));
    }

    @GET
    @Reaches(Reach.REPORTER_KEY)
    @Path("/receipt")
    @Operation(summary = "The receipt again, for the holder of the access key")
    public ReceiptAnswer receipt(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        StoredReport report = access.authorised(code, authorization);
        ReceiptAnswer receipt = ReceiptAnswer.of(report.receipt());
        return openPgp.of(report).map(receipt::signed).orElse(receipt);
    }
}
