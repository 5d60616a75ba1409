package org.hikeshi.web.doors;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.hikeshi.web.Origin;
import org.hikeshi.web.problem.Problem;

/**
 * Refuses a state-changing request that another site's page made the browser send. Browsers say so
 * themselves ({@code Sec-Fetch-Site}, {@code Origin}); a program that sends neither carries no
 * cookies of ours by itself and passes.
 */
@Singleton
class ForeignPages {

    private static final Set<HttpMethod> READING =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Origin origin;

    ForeignPages(Origin origin) {
        this.origin = origin;
    }

    Optional<Problem> refusal(HttpServerRequest request) {
        if (READING.contains(request.method())) {
            return Optional.empty();
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return refused();
        }
        String from = request.getHeader("Origin");
        if (from == null || (from.equals("null") && "same-origin".equals(site))) {
            return Optional.empty();
        }
        int port = request.localAddress() == null ? -1 : request.localAddress().port();
        return origin.isOrigin(from, port) ? Optional.empty() : refused();
    }

    private static Optional<Problem> refused() {
        return Optional.of(Problem.of(403, "foreign-page"));
    }
}
