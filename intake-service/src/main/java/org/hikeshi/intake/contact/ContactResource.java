package org.hikeshi.intake.contact;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Set;
import org.hikeshi.intake.access.ServiceAnswers;
import org.hikeshi.intake.access.ServiceCallers;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/** {@code GET /internal/reports/{reportId}/contact}, for the notifier alone; never routed. */
@Path("/internal/reports/{reportId}/contact")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ContactResource {

    private final ReadingContact reading;
    private final ServiceCallers callers;

    ContactResource(ReadingContact reading, ServiceCallers callers) {
        this.reading = reading;
        this.callers = callers;
    }

    /**
     * How to reach a reporter.
     *
     * @param address absent if there is none: then nothing can be sent, now or later
     * @param language {@code ja}, {@code en} or {@code both}
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Contact(
            String reportId,
            @Nullable String address,
            @Nullable String name,
            String language,
            String trackingCode,
            Instant receivedAt,
            String policyVersion) {}

    @GET
    @Reaches(value = Reach.SERVICE, callers = "notifier")
    public Response contact(
            @PathParam("reportId") String reportId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return ServiceAnswers.of(
                callers.caller(authorization, Set.of("notifier"))
                        .flatMap(notifier -> ServiceAnswers.report(reportId))
                        .flatMap(reading::read));
    }
}
