package org.hikeshi.casefile.audit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.trust.audit.JsonLines;
import org.hikeshi.trust.audit.RecordTables;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;

/**
 * {@code /api/v1/operations/<service>/audit}: this service's chained record as JSON lines of ADR
 * 0104, for whoever keeps or verifies it elsewhere. Details come as they lie in the database,
 * sealed. That somebody took the record is on record.
 */
@RunOnVirtualThread
@Path("/api/v1/operations/{service}/audit")
@RolesAllowed({"auditor", "ciso"})
public class AuditLines {
    private static final int AT_ONCE = 500;

    private final Messaging messaging;
    private final Transactions transactions;
    private final CaseRecord record;
    private final String service;

    AuditLines(
            Messaging messaging,
            Transactions transactions,
            CaseRecord record,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.messaging = messaging;
        this.transactions = transactions;
        this.record = record;
        this.service = service;
    }

    /**
     * Rows from a number on, up to the last that is chained now.
     *
     * @param first sequence of the first row, from 1; for whoever has the rows before it
     */
    @GET
    @Reaches(Reach.DESK)
    public Response lines(
            @PathParam("service") String asked,
            @QueryParam("from") @DefaultValue("1") String first,
            @Context SecurityContext who) {
        if (!asked.equals(service)) {
            throw new ProblemException(Problem.notFound());
        }
        if (!first.matches("[1-9][0-9]{0,17}")) {
            throw new ProblemException(
                    Problem.fields(List.of(FieldError.at("/from", "audit-from"))));
        }
        String reader = who.getUserPrincipal().getName();
        transactions.doInTransaction(connection -> record.noteReading(connection, service, reader));
        long last = messaging.auditState().last();
        StreamingOutput lines = out -> write(Long.parseLong(first), last, out);
        return Response.ok(lines, "application/jsonl")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + service + ".rows.jsonl\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    /** No connection is held while the reader is slow: chained rows do not change. */
    private void write(long first, long last, OutputStream out) throws IOException {
        for (long from = first; from <= last; ) {
            long begin = from;
            int most = (int) Math.min(AT_ONCE, last - from + 1);
            List<String> some =
                    transactions.inTransaction(connection -> some(connection, begin, most));
            for (String line : some) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            from += AT_ONCE;
        }
    }

    /** By sequence and not by count, so that a row that somebody took away is missing here too. */
    private List<String> some(Connection connection, long from, int most) throws SQLException {
        List<String> lines = new ArrayList<>(most);
        RecordTables.between(
                connection,
                from,
                from + most - 1,
                (row, detail) -> lines.add(JsonLines.write(service, row, detail)));
        return lines;
    }
}
