package org.hikeshi.intake.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hikeshi.events.Channel;
import org.hikeshi.intake.conversation.RequestKey;
import org.hikeshi.intake.report.Provenance;
import org.hikeshi.intake.report.ReceivingReport;
import org.hikeshi.intake.report.Report;
import org.hikeshi.intake.report.ReportReader;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.report.Submission;
import org.hikeshi.intake.upload.Upload;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/v1/reports/entered}: staff hand in what reached the house elsewhere. */
@Path("/api/v1/reports/entered")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class EnteredResource {

    private final SecurityIdentity who;
    private final EnteredReader reader;
    private final ReceivingReport receiving;
    private final InstantSource clock;

    EnteredResource(
            SecurityIdentity who,
            ReportReader reader,
            ReceivingReport receiving,
            InstantSource clock) {
        this.who = who;
        this.reader = new EnteredReader(reader);
        this.receiving = receiving;
        this.clock = clock;
    }

    /**
     * @param source {@code desk}, {@code internal-test}, {@code bounty}, {@code coordinator},
     *     {@code portal}, {@code advisory}, {@code cert} or {@code sbom}
     * @param receivedAt ISO 8601 with offset, when it first reached the house
     * @param report exactly as in {@code POST /api/v1/reports}
     */
    public record Body(
            @Nullable String source, @Nullable String receivedAt, @Nullable JsonNode report) {}

    /** It is a report like any other; its reporter is told, if there is an address. */
    public record Entered(
            String reportId,
            String caseId,
            String trackingCode,
            Instant receivedAt,
            Instant enteredAt,
            String policyVersion) {}

    @POST
    @Reaches(Reach.DESK)
    @RolesAllowed({"security-office", "communications", "supply-chain"})
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(@HeaderParam("Idempotency-Key") @Nullable String requestKey, Body body) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String staff = who.getPrincipal().getName();
        Provenance provenance =
                new Provenance(
                        EnteredReader.source(body.source()),
                        EnteredReader.receivedAt(body.receivedAt(), now),
                        staff,
                        null,
                        null);
        if (body.report() == null) {
            throw EnteredReader.refusal("/report", "required");
        }
        byte[] sent = body.report().toString().getBytes(StandardCharsets.UTF_8);
        Report report = reader.report(sent, now);
        String key = RequestKey.checked(requestKey);
        Submission submission =
                new Submission(
                        report,
                        sent,
                        Upload.fresh(),
                        List.of(),
                        Channel.STAFF,
                        key == null ? null : "entered " + staff + " " + key,
                        provenance);
        return switch (receiving.receive(submission)) {
            case ReceivingReport.Received received -> created(received.report(), now);
            case ReceivingReport.KeyUsedOtherwise() ->
                    throw EnteredReader.refusal("", "key-used-otherwise");
        };
    }

    private static Response created(StoredReport report, Instant now) {
        return Response.status(Response.Status.CREATED)
                .entity(
                        new Entered(
                                report.id().toString(),
                                report.caseId().toString(),
                                report.trackingCode().value(),
                                report.receivedAt(),
                                now,
                                report.policyVersion()))
                .build();
    }
}
