package org.hikeshi.web.doors;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.hikeshi.web.Look;
import org.hikeshi.web.Origin;
import org.hikeshi.web.provider.Provider;

/** The headers with which every answer leaves; a resource may set a stricter one itself. */
@Singleton
class SecurityHeaders {

    static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
                    + " connect-src 'self'; form-action 'self'%s; base-uri 'none'; frame-ancestors 'none'";

    /* What OWASP's list of secure headers names and browsers know; none of it is used here. */
    static final String PERMISSIONS =
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(),"
                    + " geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(),"
                    + " payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(),"
                    + " xr-spatial-tracking=()";

    private static final List<String> NEVER_STORED =
            List.of(
                    "/api",
                    "/desk",
                    "/status",
                    "/report/received",
                    "/my",
                    "/sign-in",
                    "/sign-out",
                    "/internal");

    private final boolean https;
    private final boolean trial;
    private final Provider provider;

    SecurityHeaders(Origin origin, Look look, Provider provider) {
        this.provider = provider;
        this.https = origin.https();
        this.trial = look.trial();
    }

    void on(RoutingContext request) {
        request.addHeadersEndHandler(
                ignored -> write(request.request(), request.response().headers()));
    }

    private void write(HttpServerRequest request, MultiMap headers) {
        absent(headers, "Content-Security-Policy", policy());
        absent(headers, "X-Content-Type-Options", "nosniff");
        absent(headers, "X-Frame-Options", "DENY");
        /* Not no-referrer: with it browsers send "Origin: null" with our own forms. */
        absent(headers, "Referrer-Policy", "same-origin");
        absent(headers, "Cross-Origin-Opener-Policy", "same-origin");
        absent(headers, "Cross-Origin-Resource-Policy", "same-origin");
        absent(headers, "Cross-Origin-Embedder-Policy", "require-corp");
        absent(headers, "X-Permitted-Cross-Domain-Policies", "none");
        absent(headers, "Permissions-Policy", PERMISSIONS);
        if (neverStored(request.path())) {
            headers.set("Cache-Control", "no-store");
        } else {
            absent(headers, "Cache-Control", "no-cache");
        }
        if (https) {
            absent(headers, "Strict-Transport-Security", "max-age=31536000");
        }
        /* Every page speaks the language of the cookie or of the browser. */
        String type = headers.get("Content-Type");
        if (type != null && type.startsWith("text/html")) {
            headers.set("Vary", "Accept-Language, Cookie");
        }
        if (trial) {
            absent(headers, "X-Robots-Tag", "noindex");
        }
    }

    /* Signing out is a form of ours that is led on to the provider, to wherever it ends sessions. */
    private String policy() {
        return POLICY.formatted(
                provider.addresses().stream().map(at -> " " + at).collect(Collectors.joining()));
    }

    static boolean neverStored(String path) {
        return path == null
                || NEVER_STORED.stream()
                        .anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }

    private static void absent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
