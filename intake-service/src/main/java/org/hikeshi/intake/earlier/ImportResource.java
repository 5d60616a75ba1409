package org.hikeshi.intake.earlier;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.List;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.events.StaffId;
import org.hikeshi.intake.report.ReceivingReport;
import org.hikeshi.intake.report.ReportReader;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.multipart.Draining;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/**
 * {@code POST /api/v1/reports/import}: records of cases that have ended, as CSV or JSON. All rows
 * or none: 422 names each row and field. {@code dryRun=true} stores nothing and answers the same.
 */
@Path("/api/v1/reports/import")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ImportResource {

    private static final int LARGEST = 8 << 20;

    private final ImportingRecords importing;
    private final ObjectMapper json;
    private final SecurityIdentity who;

    ImportResource(
            ReportReader reader,
            ReceivingReport receiving,
            PolicyVersions policies,
            InstantSource clock,
            ObjectMapper json,
            SecurityIdentity who) {
        this.importing = new ImportingRecords(reader, receiving, policies, clock);
        this.json = json;
        this.who = who;
    }

    /**
     * What was taken, or would be.
     *
     * @param unchanged those that had been brought in before
     */
    public record Imported(boolean dryRun, int records, int created, int unchanged) {}

    @POST
    @Reaches(Reach.DESK)
    @Consumes("text/csv")
    @RolesAllowed("security-office")
    public Response csv(InputStream body, @QueryParam("dryRun") boolean dryRun) {
        return take(RecordList.ofCsv(limited(body)), dryRun);
    }

    @POST
    @Reaches(Reach.DESK)
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("security-office")
    public Response json(InputStream body, @QueryParam("dryRun") boolean dryRun) {
        return take(RecordList.ofJson(limited(body), json), dryRun);
    }

    private Response take(List<RecordRow> rows, boolean dryRun) {
        StaffId staff = StaffId.parse(who.getPrincipal().getName());
        return switch (importing.take(rows, staff, dryRun)) {
            case ImportingRecords.Taken(int created, int unchanged) ->
                    Response.ok(new Imported(dryRun, rows.size(), created, unchanged)).build();
            case ImportingRecords.Refused refused ->
                    throw new ProblemException(Problem.fields(refused.errors()));
        };
    }

    private static byte[] limited(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                Draining.rest(body);
                throw new ProblemException(Problem.of(413, "too-large"));
            }
            return bytes;
        } catch (IOException broken) {
            throw new ProblemException(Problem.of(400, "bad-request"));
        }
    }
}
