package org.hikeshi.intake.access;

import io.vertx.core.http.CookieSameSite;
import java.time.Duration;
import java.time.InstantSource;
import org.hikeshi.intake.secret.IntakeSecret;
import org.hikeshi.intake.secret.SealedCookies;
import org.hikeshi.web.Origin;

/**
 * The places that know a reporter again.
 *
 * @param received half an hour on the page that shows the key; no other site may lead there
 * @param status two hours on the status page; a link in a mail must find the session
 * @param renewed half an hour on the page that shows a key that was issued anew
 */
public record ReportCookies(ReportCookie received, ReportCookie status, ReportCookie renewed) {

    public static ReportCookies of(IntakeSecret secret, InstantSource clock, Origin origin) {
        return new ReportCookies(
                new ReportCookie(
                        "received",
                        "/report/received",
                        CookieSameSite.STRICT,
                        new SealedCookies(secret, "received", Duration.ofMinutes(30), clock),
                        origin),
                new ReportCookie(
                        "status",
                        "/status",
                        CookieSameSite.LAX,
                        new SealedCookies(secret, "status", Duration.ofHours(2), clock),
                        origin),
                new ReportCookie(
                        "renewed",
                        "/status/new-key",
                        CookieSameSite.STRICT,
                        new SealedCookies(secret, "renewed", Duration.ofMinutes(30), clock),
                        origin));
    }
}
