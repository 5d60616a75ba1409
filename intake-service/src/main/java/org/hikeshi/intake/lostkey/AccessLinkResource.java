package org.hikeshi.intake.lostkey;

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
import java.util.Set;
import org.hikeshi.intake.access.ServiceAnswers;
import org.hikeshi.intake.access.ServiceCallers;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /internal/reports/{reportId}/access-link} for the notifier, at the moment it sends the
 * mail: {@code {path}} of a link that is good for a day and shows nothing without the code.
 */
@Path("/internal/reports/{reportId}/access-link")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AccessLinkResource {

    private final RenewingKey renewing;
    private final ServiceCallers callers;

    AccessLinkResource(RenewingKey renewing, ServiceCallers callers) {
        this.renewing = renewing;
        this.callers = callers;
    }

    /** A path below the origin. */
    public record Link(String path) {}

    @GET
    @Reaches(value = Reach.SERVICE, callers = "notifier")
    public Response link(
            @PathParam("reportId") String reportId,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return ServiceAnswers.of(
                callers.caller(authorization, Set.of("notifier"))
                        .flatMap(notifier -> ServiceAnswers.report(reportId))
                        .flatMap(renewing::link)
                        .map(Link::new));
    }
}
