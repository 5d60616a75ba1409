package org.hikeshi.launcher.origin;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/** A request that the launcher answers itself, and the two ways to answer it. */
public record Visit(HttpServerRequest request, Tongue tongue) {
    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    "X-Frame-Options",
                    "DENY",
                    "Referrer-Policy",
                    "same-origin",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin",
                    "X-Robots-Tag",
                    "noindex",
                    "Cache-Control",
                    "no-store");

    public static Visit of(HttpServerRequest request) {
        return new Visit(request, Tongue.of(request));
    }

    /** Whether a program asks, not a browser. */
    public boolean byProgram() {
        String path = request.path() == null ? "" : request.path();
        return path.startsWith("/api/")
                || path.startsWith("/mailbox/api/")
                || path.startsWith("/ota/");
    }

    public void page(int status, String html) {
        answer(status, "text/html; charset=utf-8", html);
    }

    public void json(int status, String json) {
        answer(status, "application/json", json);
    }

    public void answer(int status, String type, String body) {
        response(status, type).end(body);
    }

    /** The response with every header that a page of ours carries. */
    public HttpServerResponse response(int status, String type) {
        HttpServerResponse response =
                request.response().setStatusCode(status).putHeader("Content-Type", type);
        HEADERS.forEach(
                (name, value) -> {
                    if (!response.headers().contains(name)) {
                        response.putHeader(name, value);
                    }
                });
        if (request.getParam("lang") != null) {
            response.putHeader(
                    "Set-Cookie",
                    "lang=" + tongue.tag() + "; Path=/; Max-Age=31536000; SameSite=Lax");
        }
        return response;
    }
}
