package org.hikeshi.launcher.origin;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.net.InetSocketAddress;

/**
 * Requests to one service: bodies stream both ways with back-pressure, the {@code Host} stays the
 * browser's.
 */
final class Forwarding {
    private static final String FROM = "X-Forwarded-For";

    private final HttpProxy proxy;
    private final Look look;

    Forwarding(HttpClient client, InetSocketAddress service, Look look) {
        this.look = look;
        this.proxy =
                HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
                        .originSelector(
                                _ ->
                                        Future.succeededFuture(
                                                SocketAddress.inetSocketAddress(
                                                        service.getPort(),
                                                        service.getHostString())))
                        .addInterceptor(new KeepHost());
    }

    void handle(Visit visit) {
        HttpServerRequest request = visit.request();
        proxy.handle(request);
    }

    /* Only where a password is tried, for the brake; whatever the visitor wrote is not told on. */
    private static void tellAddress(HttpServerRequest asked, MultiMap headers) {
        headers.remove(FROM);
        String authorization = asked.getHeader("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            headers.set(FROM, asked.remoteAddress().hostAddress());
        }
    }

    private final class KeepHost implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            HttpServerRequest asked = context.request().proxiedRequest();
            HostAndPort name = asked.authority();
            if (name != null) {
                context.request().setAuthority(name);
            }
            tellAddress(asked, context.request().headers());
            return context.sendRequest()
                    .recover(
                            down -> {
                                Refusals.DOWN.to(Visit.of(asked), look);
                                return Future.failedFuture(down);
                            });
        }
    }
}
