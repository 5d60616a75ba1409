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
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.intake.report.ReportAnswer.PromiseAnswer;
import org.hikeshi.intake.report.ReportAnswer.ReceiptAnswer;
import org.hikeshi.intake.report.ReportAnswers;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.policy.Language;
import org.hikeshi.web.Words;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A report's status and receipt for programs that hold its access key. */
@Path("/api/v1/reports/{trackingCode}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class StatusResource {

    private static final String BEARER = "bearer ";

    private final ReporterAccess access;
    private final ReportStanding standings;
    private final ReportAnswers answers;
    private final Words words;

    StatusResource(
            ReporterAccess access, ReportStanding standings, ReportAnswers answers, Words words) {
        this.access = access;
        this.standings = standings;
        this.answers = answers;
        this.words = words;
    }

    @GET
    @Operation(summary = "Where a report stands, for the holder of its access key")
    public StatusAnswer status(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Context RoutingContext request) {
        StoredReport report = open(code, authorization);
        return answer(report, standings.of(report), answers.language(report, request));
    }

    @GET
    @Path("/receipt")
    @Operation(summary = "The receipt again, for the holder of the access key")
    public ReceiptAnswer receipt(
            @PathParam("trackingCode") String code,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return ReceiptAnswer.of(open(code, authorization).receipt());
    }

    private StoredReport open(String code, @Nullable String authorization) {
        String header = authorization == null ? "" : authorization;
        boolean bearer = header.toLowerCase(Locale.ROOT).startsWith(BEARER);
        String key = bearer ? header.substring(BEARER.length()) : "";
        return access.open(code, key).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private StatusAnswer answer(StoredReport report, Standing standing, Language language) {
        return new StatusAnswer(
                report.trackingCode().value(),
                word(standing.stage()),
                report.receivedAt(),
                report.policyVersion(),
                word(standing.whoseTurn()),
                standing.nextUpdateDue().orElse(null),
                standing.promises().stream().map(kept -> promise(kept, language)).toList(),
                standing.timeline().stream().map(entry -> happened(entry, language)).toList(),
                List.of());
    }

    private static StatusAnswer.PromiseState promise(Standing.Kept kept, Language language) {
        PromiseAnswer promise = PromiseAnswer.of(kept.promise(), language);
        return new StatusAnswer.PromiseState(
                promise.clause(),
                promise.clock(),
                promise.kind(),
                promise.dueAt(),
                promise.text(),
                word(kept.state()));
    }

    private StatusAnswer.Happened happened(Standing.Entry entry, Language language) {
        var spoken = org.hikeshi.web.Language.valueOf(language.name());
        return new StatusAnswer.Happened(
                entry.at(), entry.what(), words.say(spoken, "status.timeline." + entry.what()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
