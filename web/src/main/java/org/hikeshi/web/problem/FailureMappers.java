package org.hikeshi.web.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure that leaves a resource passes here. */
class FailureMappers {

    private final Problems problems;

    FailureMappers(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    Response security(RoutingContext request, UnauthorizedException failure) {
        return refuse(request, failure);
    }

    @ServerExceptionMapper
    Response security(RoutingContext request, AuthenticationFailedException failure) {
        return refuse(request, failure);
    }

    @ServerExceptionMapper
    Response security(RoutingContext request, ForbiddenException failure) {
        return refuse(request, failure);
    }

    @ServerExceptionMapper
    Response json(RoutingContext request, MismatchedInputException failure) {
        return refuse(request, failure);
    }

    /**
     * A redirect or an answer somebody wrote himself passes; the framework's bare refusals do not.
     */
    @ServerExceptionMapper
    Response refused(RoutingContext request, WebApplicationException failure) {
        Response given = failure.getResponse();
        if (given.getStatus() < 400 || given.hasEntity()) {
            return given;
        }
        Response answer = refuse(request, failure);
        String allowed = given.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? answer
                : Response.fromResponse(answer).header(HttpHeaders.ALLOW, allowed).build();
    }

    @ServerExceptionMapper
    Response unforeseen(RoutingContext request, Throwable failure) {
        return refuse(request, failure);
    }

    private Response refuse(RoutingContext request, Throwable failure) {
        Optional<Problem> refusal = Refusals.of(failure);
        if (refusal.isPresent()) {
            return problems.answer(request, refusal.get());
        }
        String incident = Incident.log(failure);
        return problems.answer(request, Problem.of(500, "unforeseen"), incident);
    }
}
