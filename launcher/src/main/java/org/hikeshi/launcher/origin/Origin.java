package org.hikeshi.launcher.origin;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * The HTTP server that the browser sees: checks, then forwards by {@link Routes}, or answers itself
 * what only a trial has.
 */
public final class Origin implements AutoCloseable {
    private final Vertx vertx;
    private final Routes routes;
    private final Set<String> hosts;
    private final Look look;
    private final Predicate<Visit> own;
    private final AccessLog log;
    private final Map<String, Forwarding> forwardings = new HashMap<>();

    /**
     * @param hosts values of {@code Host} that are ours
     * @param services name to where it listens; a host name is looked up for each connection
     * @param own pages of the launcher; answers and returns true, or returns false
     */
    public Origin(
            Routes routes,
            List<String> hosts,
            Map<String, InetSocketAddress> services,
            Look look,
            Predicate<Visit> own,
            AccessLog log) {
        this.vertx =
                Vertx.vertx(
                        new VertxOptions()
                                .setEventLoopPoolSize(2)
                                .setWorkerPoolSize(4)
                                .setInternalBlockingPoolSize(2));
        this.routes = routes;
        this.hosts = Set.copyOf(hosts);
        this.look = look;
        this.own = own;
        this.log = log;
        var client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setMaxPoolSize(256)
                                .setConnectTimeout(2000)
                                // Shorter than the services' own idle time, so that a connection is
                                // not used while they close it.
                                .setKeepAliveTimeout(20)
                                .setDecompressionSupported(false));
        services.forEach(
                (service, address) ->
                        forwardings.put(service, new Forwarding(client, address, look)));
    }

    /** Listens; an address that is taken is an {@link IOException}. */
    public int listen(InetSocketAddress address) throws IOException {
        var options =
                new HttpServerOptions()
                        .setHost(address.getHostString())
                        .setPort(address.getPort())
                        .setMaxHeaderSize(16 * 1024)
                        .setMaxInitialLineLength(4096)
                        .setIdleTimeout(75)
                        .setIdleTimeoutUnit(TimeUnit.SECONDS)
                        .setCompressionSupported(false)
                        // One protocol towards one kind of service: an upgrade would bring requests
                        // without Host.
                        .setHttp2ClearTextEnabled(false)
                        .setHandle100ContinueAutomatically(true);
        var server =
                vertx.createHttpServer(options)
                        .invalidRequestHandler(BrokenRequests::answer)
                        .requestHandler(this::handle);
        return await(server.listen()).actualPort();
    }

    private void handle(HttpServerRequest request) {
        if (!request.uri().startsWith("/")) {
            // "*", a bare word, the absolute form: nothing here could read a path out of them.
            BrokenRequests.answer(request);
            return;
        }
        long began = System.nanoTime();
        var visit = Visit.of(request);
        String path = request.path() == null ? "" : request.path();
        var route = routes.of(path);
        request.response()
                .endHandler(
                        _ ->
                                log.line(
                                        request.method().name(),
                                        route,
                                        request.response().getStatusCode(),
                                        System.nanoTime() - began));
        List<String> host = request.headers().getAll("Host");
        if (host.size() != 1 || !hosts.contains(host.getFirst())) {
            Refusals.UNKNOWN_HOST.to(visit, look);
        } else if (!PlainPaths.plain(target(request))) {
            Refusals.ADDRESS.to(visit, look);
        } else if (route.isEmpty()) {
            Refusals.NOT_FOUND.to(visit, look);
        } else if (route.get().service().equals("launcher")) {
            answer(visit);
        } else {
            forward(route.get().service(), visit);
        }
    }

    /**
     * As it stood on the wire, so that the absolute form, which names a host of its own, is
     * refused.
     */
    private static String target(HttpServerRequest request) {
        int query = request.uri().indexOf('?');
        return query < 0 ? request.uri() : request.uri().substring(0, query);
    }

    private void answer(Visit visit) {
        if (!look.serve(visit) && !own.test(visit)) {
            Refusals.NOT_FOUND.to(visit, look);
        }
    }

    private void forward(String service, Visit visit) {
        Forwarding forwarding = forwardings.get(service);
        if (forwarding == null) {
            Refusals.DOWN.to(visit, look);
        } else {
            forwarding.handle(visit);
        }
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the origin cannot listen: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        await(vertx.close());
    }
}
