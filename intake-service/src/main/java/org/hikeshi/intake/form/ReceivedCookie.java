package org.hikeshi.intake.form;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.UUID;
import org.hikeshi.events.ReportId;
import org.hikeshi.intake.report.StoredReport;
import org.hikeshi.intake.secret.SealedCookies;
import org.hikeshi.web.Origin;

/**
 * Leads a reporter to the received page and nowhere else: which report, and whether contact fields
 * were left out. The key itself is derived again there (ADR 0402).
 */
public final class ReceivedCookie {

    static final String NAME = "received";
    private static final String PATH = "/report/received";

    private final SealedCookies cookies;
    private final Origin origin;

    public ReceivedCookie(SealedCookies cookies, Origin origin) {
        this.cookies = cookies;
        this.origin = origin;
    }

    /** What the page is to show. */
    record Shown(ReportId report, int generation, boolean contactDropped) {}

    void set(RoutingContext request, StoredReport report, boolean contactDropped) {
        String value =
                report.id()
                        + " "
                        + report.keyGeneration()
                        + (contactDropped ? " dropped" : " kept");
        request.response()
                .addCookie(
                        Cookie.cookie(NAME, cookies.seal(value))
                                .setPath(PATH)
                                .setHttpOnly(true)
                                .setSecure(origin.https())
                                .setSameSite(CookieSameSite.STRICT)
                                .setMaxAge(cookies.life().toSeconds()));
    }

    Optional<Shown> get(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(NAME))
                .flatMap(cookie -> cookies.open(cookie.getValue()))
                .map(value -> value.split(" ", -1))
                .map(
                        words ->
                                new Shown(
                                        new ReportId(UUID.fromString(words[0])),
                                        Integer.parseInt(words[1]),
                                        words[2].equals("dropped")));
    }
}
