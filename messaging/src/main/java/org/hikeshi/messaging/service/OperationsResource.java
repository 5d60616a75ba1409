package org.hikeshi.messaging.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.messaging.AuditLog;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.ParkedRecord;
import org.hikeshi.messaging.Transactions;
import org.hikeshi.trust.AuditEntry;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/**
 * What operators see and may do: backlog, parked records, saying everything again. Each act is on
 * record.
 */
@Path("/api/v1/operations/{service}")
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {
    private static final int MOST_LISTED = 200;

    /**
     * The state of one service.
     *
     * @param backlog events not yet brought to the broker
     * @param oldestAge how long ago the first of them came about, ISO 8601; null if there is none
     * @param waiting records taken from the broker and not yet done
     * @param troubles why something does not move, one line each
     * @param counts since the start
     */
    public record State(
            String service,
            long backlog,
            @Nullable Duration oldestAge,
            long waiting,
            long parkedCount,
            List<String> troubles,
            Map<String, Long> counts,
            List<Parked> parked) {}

    /**
     * A record that waits, without what tells its case: who operates sees no foreign one.
     *
     * @param id its own, by which it is acted on
     * @param source null, like {@code type}, if it could not be read so far
     * @param nextAttemptAt null if it waits for those before it
     */
    public record Parked(
            UUID id,
            String topic,
            int partition,
            long offset,
            @Nullable String source,
            @Nullable String type,
            String cause,
            String reason,
            int attempts,
            Instant parkedAt,
            @Nullable Instant nextAttemptAt) {
        static Parked of(ParkedRecord one) {
            return new Parked(
                    one.id(),
                    one.topic(),
                    one.partition(),
                    one.offset(),
                    one.source(),
                    one.type(),
                    one.cause(),
                    one.reason(),
                    one.attempts(),
                    one.parkedAt(),
                    one.nextAttemptAt());
        }
    }

    /** Why the operator does it; kept sealed in the audit log. */
    public record Reason(@Nullable String reason) {}

    /** What came of saying everything again. */
    public record Republished(long events) {}

    private final Messaging messaging;
    private final ActingOnParked acting;
    private final AuditLog auditLog;
    private final Transactions transactions;
    private final Clock clock;
    private final String service;

    OperationsResource(
            Messaging messaging,
            ActingOnParked acting,
            AuditLog auditLog,
            Transactions transactions,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.messaging = messaging;
        this.acting = acting;
        this.auditLog = auditLog;
        this.transactions = transactions;
        this.clock = clock;
        this.service = service;
    }

    @GET
    @Reaches(Reach.DESK)
    @RolesAllowed({"it-operations", "security-office"})
    public State state(@PathParam("service") String asked) {
        onlyMine(asked);
        Messaging.Status status = messaging.status();
        var counts = messaging.counts();
        return new State(
                service,
                status.backlog(),
                status.oldest() == null ? null : Duration.between(status.oldest(), clock.instant()),
                status.waiting(),
                status.parked(),
                status.troubles(),
                Map.of(
                        "published", messaging.published(),
                        "republished", messaging.republished(),
                        "handled", counts.handled().sum(),
                        "refused", counts.refused().sum(),
                        "duplicates", counts.duplicates().sum(),
                        "skipped", counts.skipped().sum(),
                        "forged", counts.forged().sum(),
                        "parked", counts.parked().sum()),
                messaging.parkedRecords().open(MOST_LISTED).stream().map(Parked::of).toList());
    }

    @POST
    @Reaches(Reach.DESK)
    @Path("/parked/{id}/retry")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("it-operations")
    public Response retry(
            @PathParam("service") String asked,
            @PathParam("id") UUID id,
            @Nullable Reason reason,
            @Context SecurityContext who) {
        onlyMine(asked);
        return act(reason, text -> acting.retry(id, actor(who), text));
    }

    @POST
    @Reaches(Reach.DESK)
    @Path("/parked/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("it-operations")
    public Response discard(
            @PathParam("service") String asked,
            @PathParam("id") UUID id,
            @Nullable Reason reason,
            @Context SecurityContext who) {
        onlyMine(asked);
        return act(reason, text -> acting.discard(id, actor(who), text));
    }

    /** Says everything again to a broker that has lost it; whoever has heard it does nothing. */
    @POST
    @Reaches(Reach.DESK)
    @Path("/republish")
    @RolesAllowed("it-operations")
    public Republished republish(@PathParam("service") String asked, @Context SecurityContext who)
            throws InterruptedException {
        onlyMine(asked);
        AuditEntry act = AuditEntry.of(actor(who), "republish", service, clock.instant());
        transactions.doInTransaction(connection -> auditLog.record(connection, act));
        return new Republished(messaging.republish());
    }

    @FunctionalInterface
    private interface Act {
        boolean on(String reason);
    }

    private static Response act(@Nullable Reason given, Act act) {
        String reason = given == null || given.reason() == null ? "" : given.reason().strip();
        if (!ActingOnParked.isReason(reason)) {
            return reasonMissing();
        }
        if (!act.on(reason)) {
            throw new NotFoundException();
        }
        return Response.noContent().build();
    }

    private static Response reasonMissing() {
        String message = "a reason of 1 to 500 characters is needed";
        return Response.status(422)
                .type("application/problem+json")
                .entity(
                        Map.of(
                                "type",
                                "about:blank",
                                "title",
                                "Unprocessable",
                                "status",
                                422,
                                "errors",
                                List.of(
                                        Map.of(
                                                "pointer", "/reason",
                                                "code", "reason",
                                                "message", message))))
                .build();
    }

    private static String actor(SecurityContext who) {
        return who.getUserPrincipal().getName();
    }

    private void onlyMine(String asked) {
        if (!asked.equals(service)) {
            throw new NotFoundException();
        }
    }
}
