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
import java.util.Optional;
import java.util.Set;
import org.hikeshi.intake.access.ServiceCallers;
import org.hikeshi.intake.report.NumberElsewhere;
import org.hikeshi.intake.report.ReceivingReport;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /internal/earlier-number} for triage: which case was brought in under this number;
 * never routed.
 */
@Path("/internal/earlier-number")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class EarlierNumberResource {
    private final ReceivingReport receiving;
    private final ServiceCallers callers;

    EarlierNumberResource(ReceivingReport receiving, ServiceCallers callers) {
        this.receiving = receiving;
        this.callers = callers;
    }

    /** Exactly as it stands in the list. */
    public record Body(@Nullable String number) {}

    /**
     * Which case it is.
     *
     * @param caseId the one of that record
     */
    public record Found(String caseId) {}

    /** 404 if no record of that number was brought in. */
    @POST
    @Reaches(value = Reach.SERVICE, callers = "triage")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response find(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Nullable Body body) {
        boolean triage = callers.caller(authorization, Set.of("triage")).isPresent();
        return Optional.ofNullable(body == null ? null : body.number())
                .filter(_ -> triage)
                .flatMap(number -> receiving.earlier(NumberElsewhere.requestKey(number)))
                .map(report -> Response.ok(new Found(report.caseId().toString())).build())
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND).build());
    }
}
