package org.hikeshi.casefile.operations;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateData;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.messaging.Messaging;
import org.hikeshi.messaging.ParkedRecord;
import org.hikeshi.messaging.service.ActingOnParked;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.Filled;
import org.hikeshi.web.Page;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** {@code /desk/operations/<service>}: backlog, parked records, what is wrong. */
@RunOnVirtualThread
@Path("/desk/operations/{service}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({"it-operations", "security-office", "ciso", "auditor"})
public class OperationsPage {
    private static final int MOST_LISTED = 100;

    private final Messaging messaging;
    private final ActingOnParked acting;
    private final LastHeard last;
    private final Visit visit;
    private final String service;

    OperationsPage(
            Messaging messaging,
            ActingOnParked acting,
            LastHeard last,
            Visit visit,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.messaging = messaging;
        this.acting = acting;
        this.last = last;
        this.visit = visit;
        this.service = service;
    }

    /** How this service is. */
    @TemplateData
    public record State(
            Messaging.Status status,
            Optional<Instant> oldest,
            Optional<Instant> said,
            Optional<Instant> heard,
            List<Parked> parked) {}

    /**
     * A record that waits; empty strings where it could not be read.
     *
     * @param next when it is tried by itself
     */
    @TemplateData
    public record Parked(
            String id,
            String type,
            String source,
            String cause,
            String reason,
            int attempts,
            Instant since,
            Optional<Instant> next) {
        /** The id of the field in which somebody says why. */
        public String field() {
            return "reason-" + id;
        }

        static Parked of(ParkedRecord one) {
            return new Parked(
                    one.id().toString(),
                    one.type() == null ? "" : one.type(),
                    one.source() == null ? "" : one.source(),
                    one.cause(),
                    one.reason(),
                    one.attempts(),
                    one.parkedAt(),
                    Optional.ofNullable(one.nextAttemptAt()));
        }
    }

    @CheckedTemplate(basePath = "operations")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance service(
                Page page, String service, State state, boolean mayAct, Filled form);
    }

    @GET
    @Reaches(Reach.DESK)
    public TemplateInstance service(
            @PathParam("service") String asked, @Context SecurityContext who) {
        onlyMine(asked);
        return page(who, Filled.empty());
    }

    private TemplateInstance page(SecurityContext who, Filled form) {
        Page page = visit.page("operations.service.title", name()).forStaff();
        Messaging.Status status = messaging.status();
        var state =
                new State(
                        status,
                        Optional.ofNullable(status.oldest()),
                        last.said(),
                        last.heard(),
                        messaging.parkedRecords().open(MOST_LISTED).stream()
                                .map(Parked::of)
                                .toList());
        return Templates.service(
                form.failed() ? page.withErrors() : page,
                service,
                state,
                who.isUserInRole("it-operations"),
                form);
    }

    private String name() {
        return visit.page("operations.service.title", "").word("operations.service", service);
    }

    @POST
    @Reaches(Reach.DESK)
    @Path("/parked/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("it-operations")
    public Response act(
            @PathParam("service") String asked,
            @PathParam("id") UUID id,
            @FormParam("act") @Nullable String act,
            @FormParam("reason") @Nullable String reason,
            @Context SecurityContext who) {
        onlyMine(asked);
        String why = reason == null ? "" : reason;
        if (!ActingOnParked.isReason(why)) {
            FieldError needed = FieldError.at("/reason-" + id, "operations-reason");
            Filled form = Filled.with(Map.of("reason-" + id, why), List.of(needed));
            return Response.status(422).entity(page(who, form)).build();
        }
        String actor = who.getUserPrincipal().getName();
        boolean found =
                switch (act) {
                    case "retry" -> acting.retry(id, actor, why);
                    case "discard" -> acting.discard(id, actor, why);
                    case null, default -> false;
                };
        if (!found) {
            throw new ProblemException(Problem.notFound());
        }
        return Response.seeOther(URI.create("/desk/operations/" + service)).build();
    }

    private void onlyMine(String asked) {
        if (!asked.equals(service)) {
            throw new ProblemException(Problem.notFound());
        }
    }
}
