package org.hikeshi.intake.access;

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
 * A sealed cookie that leads a reporter to one report on the pages of one path, while the key it
 * began with is in force. The key itself is never in it (ADR 0402).
 */
public final class ReportCookie {

    private final String name;
    private final String path;
    private final CookieSameSite sameSite;
    private final SealedCookies cookies;
    private final Origin origin;

    ReportCookie(
            String name,
            String path,
            CookieSameSite sameSite,
            SealedCookies cookies,
            Origin origin) {
        this.name = name;
        this.path = path;
        this.sameSite = sameSite;
        this.cookies = cookies;
        this.origin = origin;
    }

    /**
     * Which report is looked at, with the key of which generation.
     *
     * @param remark one word that the page which set it left for itself, empty if none
     */
    public record Session(ReportId report, int generation, String remark) {}

    /** Lets this browser in. */
    public void begin(RoutingContext request, StoredReport report, String remark) {
        String value = report.id() + " " + report.keyGeneration() + " " + remark;
        add(request, cookies.seal(value), cookies.life().toSeconds());
    }

    public void end(RoutingContext request) {
        add(request, "", 0);
    }

    public Optional<Session> session(RoutingContext request) {
        return Optional.ofNullable(request.request().getCookie(name))
                .flatMap(cookie -> cookies.open(cookie.getValue()))
                .map(value -> value.split(" ", -1))
                .map(
                        words ->
                                new Session(
                                        new ReportId(UUID.fromString(words[0])),
                                        Integer.parseInt(words[1]),
                                        words.length > 2 ? words[2] : ""));
    }

    private void add(RoutingContext request, String value, long seconds) {
        request.response()
                .addCookie(
                        Cookie.cookie(name, value)
                                .setPath(path)
                                .setHttpOnly(true)
                                .setSecure(origin.https())
                                .setSameSite(sameSite)
                                .setMaxAge(seconds));
    }
}
