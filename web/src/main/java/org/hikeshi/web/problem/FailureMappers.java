package org.hikeshi.web.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.web.late.KeptForms;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure that leaves a resource passes here. */
class FailureMappers {

    private static final int NOT_FOUND = 404;

    private final Problems problems;
    private final OfferedMethods offered;
    private final KeptForms kept;

    FailureMappers(Problems problems, OfferedMethods offered, KeptForms kept) {
        this.problems = problems;
        this.offered = offered;
        this.kept = kept;
    }

    @ServerExceptionMapper
    Uni<Response> security(RoutingContext request, UnauthorizedException failure) {
        return signedOut(request, failure);
    }

    @ServerExceptionMapper
    Uni<Response> security(RoutingContext request, AuthenticationFailedException failure) {
        return signedOut(request, failure);
    }

    @ServerExceptionMapper
    Uni<Response> security(RoutingContext request, AuthenticationCompletionException failure) {
        return signedOut(request, failure);
    }

    /* Nobody can be known while the provider cannot be asked. */
    @ServerExceptionMapper
    Uni<Response> security(RoutingContext request, OIDCException failure) {
        return signedOut(request, failure);
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
        return given.getStatus() == NOT_FOUND && otherwiseOffered(request)
                ? problems.answer(request, Problem.of(405, "method-not-allowed"))
                : refuse(request, failure);
    }

    /** The address is there, this method of it is not. */
    private boolean otherwiseOffered(RoutingContext request) {
        Set<String> methods = offered.at(request.request().path());
        return !methods.isEmpty() && !methods.contains(request.request().method().name());
    }

    @ServerExceptionMapper
    Response unforeseen(RoutingContext request, Throwable failure) {
        return refuse(request, failure);
    }

    /* A form is given back with what was typed. */
    private Uni<Response> signedOut(RoutingContext request, Throwable failure) {
        if (Problems.forPrograms(request)) {
            return Uni.createFrom().item(refuse(request, failure));
        }
        return kept.closed(request)
                .map(
                        form ->
                                form.map(closed -> problems.keeping(request, closed))
                                        .orElseGet(() -> refuse(request, failure)));
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
