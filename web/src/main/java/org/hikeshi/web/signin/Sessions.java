package org.hikeshi.web.signin;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.trust.SessionSeal;
import org.hikeshi.trust.SessionSeal.Session;
import org.hikeshi.web.Origin;
import org.hikeshi.web.late.LastPerson;
import org.hikeshi.web.people.People;

/** The session cookie: reads it, gives it, prolongs it, takes it back. */
@Singleton
public class Sessions {

    static final String COOKIE = SessionSeal.COOKIE;

    static final Duration IDLE = Duration.ofMinutes(30);
    static final Duration LONGEST = Duration.ofHours(12);
    static final Duration PROLONGED_AFTER = Duration.ofMinutes(1);
    static final String BROWSER_COOKIE = "hikeshi-known";

    private static final long BROWSER_SECONDS = Duration.ofDays(90).toSeconds();

    private final SessionSeal seal;
    private final Origin origin;
    private final People people;
    private final LastPerson last;
    private final InstantSource clock = InstantSource.system();

    Sessions(
            @ConfigProperty(name = "hikeshi.session-key") Optional<Path> key,
            Origin origin,
            People people,
            LastPerson last) {
        this.last = last;
        this.seal = key.map(SessionSeal::read).orElseGet(SessionSeal::ofThisProcess);
        this.origin = origin;
        this.people = people;
    }

    /** Whose session the request carries; empty if none, too old, or of somebody unknown. */
    Optional<Session> of(RoutingContext request) {
        return value(request, COOKIE)
                .flatMap(seal::open)
                .filter(session -> lives(session, clock.instant()))
                .filter(session -> people.knows(session.person()));
    }

    /** Whether the times of a session still hold; clocks of services may differ a little. */
    static boolean lives(Session session, Instant now) {
        return !session.seen().isAfter(now.plus(PROLONGED_AFTER))
                && now.isBefore(session.seen().plus(IDLE))
                && now.isBefore(session.since().plus(LONGEST));
    }

    void begin(RoutingContext request, String person) {
        Instant now = clock.instant();
        give(request, new Session(person, now, now));
        last.is(request, person, now);
        Cookie known = cookie(BROWSER_COOKIE, seal.sealBrowserOf(person)).setPath("/sign-in");
        request.response().addCookie(known.setMaxAge(BROWSER_SECONDS));
    }

    /**
     * A page that a person opened moves the end of the session; what a page fetches by itself does
     * not, so that an open page cannot keep a session alive, nor bring one back after sign-out.
     */
    void prolong(RoutingContext request, Session session) {
        Instant now = clock.instant();
        boolean byItself = "true".equals(request.request().getHeader("HX-Request"));
        if (!byItself && session.seen().plus(PROLONGED_AFTER).isBefore(now)) {
            renew(request, session);
        }
    }

    void renew(RoutingContext request, Session session) {
        give(request, new Session(session.person(), session.since(), clock.instant()));
    }

    void end(RoutingContext request) {
        request.response().addCookie(cookie(COOKIE, "").setMaxAge(0));
    }

    boolean knowsBrowser(RoutingContext request, String person) {
        return value(request, BROWSER_COOKIE)
                .filter(mark -> seal.isBrowserOf(person, mark))
                .isPresent();
    }

    private void give(RoutingContext request, Session session) {
        request.response().addCookie(cookie(COOKIE, seal.seal(session)));
    }

    private Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(origin.https())
                .setSameSite(CookieSameSite.LAX);
    }

    private static Optional<String> value(RoutingContext request, String name) {
        return Optional.ofNullable(request.request().getCookie(name)).map(Cookie::getValue);
    }
}
