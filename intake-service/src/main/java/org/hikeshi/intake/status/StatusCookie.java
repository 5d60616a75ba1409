package org.hikeshi.intake.status;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.secret.SealedCookies;
import org.hikeshi.web.Origin;

/** A reporter's session on the status page: sealed, for this path, while the key is in force. */
public final class StatusCookie {

    static final String NAME = "status";
    private static final String PATH = "/status";

    private final SealedCookies cookies;
    private final Origin origin;

    public StatusCookie(SealedCookies cookies, Origin origin) {
        this.cookies = cookies;
        this.origin = origin;
    }

    /** Which report is looked at, with the key of which generation. */
    record Session(ReportId report, int generation) {}

    void begin(RoutingContext request, StoredReport report) {
        String value = cookies.seal(report.id() + " " + report.keyGeneration());
        add(request, value, cookies.life().toSeconds());
    }

    void end(RoutingContext request) {
        add(request, "", 0);
    }

    Optional<Session> session(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(NAME))
                .flatMap(cookie -> cookies.open(cookie.getValue()))
                .map(value -> value.split(" ", -1))
                .map(
                        words ->
                                new Session(
                                        new ReportId(UUID.fromString(words[0])),
                                        Integer.parseInt(words[1])));
    }

    private void add(RoutingContext request, String value, long seconds) {
        request.response()
                .addCookie(
                        Cookie.cookie(NAME, value)
                                .setPath(PATH)
                                .setHttpOnly(true)
                                .setSecure(origin.https())
                                // Lax: the link in a mail must find the session.
                                .setSameSite(CookieSameSite.LAX)
                                .setMaxAge(seconds));
    }
}
