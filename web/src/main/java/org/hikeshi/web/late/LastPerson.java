package org.hikeshi.web.late;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.trust.SessionSeal;
import org.hikeshi.trust.SessionSeal.Session;
import org.hikeshi.web.Origin;

/** Who signed in last on a browser, and when: sealed, and no proof of anything by itself. */
@Singleton
public class LastPerson {

    /* Longer than any session, which may outlive the browser. */
    private static final Duration KEPT = Duration.ofHours(24);

    private final SessionSeal seal;
    private final Origin origin;
    private final String cookie;

    LastPerson(@ConfigProperty(name = "hikeshi.session-key") Optional<Path> key, Origin origin) {
        this.seal = key.map(SessionSeal::read).orElseGet(SessionSeal::ofThisProcess);
        this.origin = origin;
        this.cookie = cookieName(origin.https());
    }

    /** With https no other host may set it, whatever stands beside ours (RFC 6265bis §4.1.3.2). */
    static String cookieName(boolean https) {
        return (https ? "__Host-" : "") + "hikeshi-last";
    }

    /** Who, and since when; empty if nobody ever did, or the browser forgot. */
    public Optional<Session> of(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(cookie))
                .map(Cookie::getValue)
                .flatMap(seal::openLast);
    }

    /** This person proved who it is, at this moment; kept for a day. */
    public void is(RoutingContext request, String person, Instant since) {
        request.response()
                .addCookie(
                        Cookie.cookie(cookie, seal.sealLast(new Session(person, since, since)))
                                .setPath("/")
                                .setHttpOnly(true)
                                .setSecure(origin.https())
                                .setSameSite(CookieSameSite.LAX)
                                .setMaxAge(KEPT.toSeconds()));
    }
}
