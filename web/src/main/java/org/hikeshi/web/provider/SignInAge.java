package org.hikeshi.web.provider;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hikeshi.trust.SessionSeal.Session;
import org.hikeshi.web.late.LastPerson;

/**
 * Twelve hours after the person proved who it is a session ends, whatever the provider goes on to
 * renew. When that was, the ID token says ({@code auth_time}); where a provider leaves it out, it
 * is the time of the first ID token, kept sealed in the browser beside the session. Without either
 * there is no session.
 */
@Singleton
class SignInAge {

    private static final Duration LONGEST = Duration.ofSeconds(ProviderSettings.LONGEST_SECONDS);

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /* The year 10000: what lies after it are not seconds. */
    private static final long NO_TIME = 253_402_300_800L;

    private final LastPerson last;
    private final InstantSource clock = InstantSource.system();

    SignInAge(LastPerson last) {
        this.last = last;
    }

    /** Whether the session of this ID token may go on; marks the browser when it begins. */
    boolean lives(JsonWebToken token, String person, RoutingContext request) {
        Optional<Instant> proven = time(token, "auth_time");
        if (begins(request)) {
            Optional<Instant> since = proven.or(() -> time(token, "iat"));
            since.ifPresent(at -> last.is(request, person, at));
            return since.filter(this::recent).isPresent();
        }
        Optional<Instant> marked =
                last.of(request).filter(known -> known.person().equals(person)).map(Session::since);
        Optional<Instant> since = proven.or(() -> marked).filter(this::recent);
        if (marked.isEmpty()) {
            // A browser forgets; without the provider's word there is nothing to restore.
            since.ifPresent(at -> last.is(request, person, at));
        }
        return since.isPresent();
    }

    /* The way back from the provider; a session that is there already is renewed instead. */
    private static boolean begins(RoutingContext request) {
        return ProviderSettings.RETURN.equals(request.request().path())
                && request.request().cookies().stream()
                        .map(Cookie::getName)
                        .noneMatch(name -> name.startsWith(Provider.COOKIES));
    }

    private boolean recent(Instant since) {
        Instant now = clock.instant();
        return !since.isAfter(now.plus(CLOCKS_DIFFER)) && !now.isAfter(since.plus(LONGEST));
    }

    /* Asked for by its name alone, a time that is not there reads as 1970. */
    private static Optional<Instant> time(JsonWebToken token, String claim) {
        return token.getClaimNames().contains(claim)
                        && token.getClaim(claim) instanceof Number seconds
                        && seconds.longValue() > 0
                        && seconds.longValue() < NO_TIME
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }
}
