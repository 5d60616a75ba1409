package org.hikeshi.triage.severity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.hikeshi.casefile.PolicyVersions;
import org.hikeshi.policy.SeverityScheme;
import org.hikeshi.trust.access.Reach;
import org.hikeshi.trust.access.Reaches;
import org.hikeshi.web.FieldError;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;

/** {@code GET /api/v1/cvss?vector=}: the scores of a CVSS v3.1 vector, nothing kept. */
@Path("/api/v1/cvss")
@RolesAllowed("**")
@Produces(MediaType.APPLICATION_JSON)
public class CvssResource {
    private final PolicyVersions policies;
    private final Problems problems;

    CvssResource(PolicyVersions policies, Problems problems) {
        this.policies = policies;
        this.problems = problems;
    }

    /**
     * @param severity by the bands of the policy in force
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            String version,
            BigDecimal baseScore,
            BigDecimal temporalScore,
            BigDecimal environmentalScore,
            String severity) {}

    @GET
    @Reaches(Reach.DESK)
    @Operation(summary = "Scores of a vector; a malformed one is a 400 that names the metric")
    public Response score(
            @QueryParam("vector") @DefaultValue("") String vector,
            @Context RoutingContext request) {
        SeverityScheme scheme = policies.current().severity();
        return switch (CvssReading.of(vector)) {
            case CvssReading.Scores scores ->
                    Response.ok(
                                    new Answer(
                                            "3.1",
                                            scores.base(),
                                            scores.temporal(),
                                            scores.environmental(),
                                            Urgency.word(
                                                    Banding.severity(
                                                            Banding.deciding(scores, scheme),
                                                            scheme))))
                            .build();
            case CvssReading.Malformed malformed ->
                    problems.answer(
                            request,
                            new Problem(
                                    400,
                                    "cvss-vector",
                                    List.of(
                                            FieldError.at(
                                                    "/vector",
                                                    "cvss-" + malformed.reason(),
                                                    malformed.metric()))));
        };
    }
}
