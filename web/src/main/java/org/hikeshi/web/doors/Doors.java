package org.hikeshi.web.doors;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.web.Origin;
import org.hikeshi.web.Visit;
import org.hikeshi.web.problem.Problem;
import org.hikeshi.web.problem.Problems;
import org.hikeshi.web.provider.Provider;

/** Puts the doors in front of every route, in the order in which they are cheapest to hold. */
@ApplicationScoped
class Doors {

    private static final int BEFORE_EVERYTHING = 100_000;
    private static final int HEADERS = 100;
    private static final Set<HttpMethod> METHODS =
            Set.of(
                    HttpMethod.GET,
                    HttpMethod.HEAD,
                    HttpMethod.POST,
                    HttpMethod.PUT,
                    HttpMethod.PATCH,
                    HttpMethod.DELETE,
                    HttpMethod.OPTIONS);

    private final Problems problems;
    private final SecurityHeaders headers;
    private final HostCheck hosts;
    private final ForeignPages foreign;
    private final Provider provider;
    private final Origin origin;

    Doors(
            Problems problems,
            SecurityHeaders headers,
            HostCheck hosts,
            ForeignPages foreign,
            Provider provider,
            Origin origin) {
        this.problems = problems;
        this.headers = headers;
        this.hosts = hosts;
        this.foreign = foreign;
        this.provider = provider;
        this.origin = origin;
    }

    void install(@Observes Filters filters) {
        filters.register(this::receive, BEFORE_EVERYTHING);
    }

    void closeTheHouse(@Observes Router router, StaticFiles files) {
        router.get("/assets/:service/:hash/:file").handler(files::serve);
        router.route().order(Integer.MIN_VALUE).failureHandler(problems::endFailed);
        for (int status : new int[] {400, 404, 405, 406, 413, 415}) {
            router.errorHandler(status, request -> problems.end(request, ofStatus(status)));
        }
    }

    private void receive(RoutingContext request) {
        headers.on(request);
        Optional<Problem> refusal = refusal(request);
        if (refusal.isPresent()) {
            problems.end(request, refusal.get());
            return;
        }
        provider.hidesForeignParts(request);
        Visit.asked(request).ifPresent(chosen -> Visit.remember(request, chosen, origin));
        request.next();
    }

    private Optional<Problem> refusal(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!PathCheck.plain(request.uri())) {
            return Optional.of(Problem.of(400, "address"));
        }
        if (!METHODS.contains(request.method())) {
            return Optional.of(Problem.of(405, "method-not-allowed"));
        }
        if (request.headers().entries().size() > HEADERS) {
            return Optional.of(Problem.of(431, "headers-too-large"));
        }
        return hosts.refusal(request).or(() -> foreign.refusal(request));
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 405 -> Problem.of(405, "method-not-allowed");
            case 406 -> Problem.of(406, "not-acceptable");
            case 413 -> Problem.of(413, "too-large");
            case 415 -> Problem.of(415, "media-type");
            case 400 -> Problem.of(400, "bad-request");
            default -> Problem.notFound();
        };
    }
}
