package org.hikeshi.web.doors;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.web.Origin;
import org.hikeshi.web.problem.Problem;

/**
 * Answers only to the name of the configured origin (421, RFC 9110 §15.5.20). Management and
 * service-to-service paths are the other way round: they are asked under an internal name, and a
 * request that bears the public name came in through a routing mistake.
 */
@Singleton
class HostCheck {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Origin origin;
    private final Set<String> internal;

    HostCheck(
            Origin origin,
            @ConfigProperty(name = "hikeshi.internal-hosts") Optional<List<String>> internal) {
        this.origin = origin;
        this.internal = internal.map(Set::copyOf).orElse(LOOPBACK);
    }

    Optional<Problem> refusal(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll("Host");
        if (hosts.size() != 1) {
            return Optional.of(Problem.of(400, "host-missing"));
        }
        String host = hosts.getFirst();
        int port = request.localAddress() == null ? -1 : request.localAddress().port();
        boolean ours = origin.isHost(host, port);
        if (forTheHouse(request.path())) {
            boolean asSelf = internal.contains(name(host)) && portOf(host) == port;
            return internal.contains(name(host)) && (asSelf || !ours)
                    ? Optional.empty()
                    : Optional.of(Problem.notFound());
        }
        return ours ? Optional.empty() : Optional.of(Problem.of(421, "host-unknown"));
    }

    private static boolean forTheHouse(String path) {
        return path.equals("/q")
                || path.startsWith("/q/")
                || path.equals("/internal")
                || path.startsWith("/internal/");
    }

    private static String name(String host) {
        return host.replaceFirst(":\\d*$", "");
    }

    private static int portOf(String host) {
        String digits = host.replaceFirst("^.*:", "");
        return digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 80;
    }
}
