package org.hikeshi.launcher.trial;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hikeshi.launcher.origin.Look;
import org.hikeshi.launcher.origin.Refusals;
import org.hikeshi.launcher.origin.Tongue;
import org.hikeshi.launcher.origin.Visit;
import org.hikeshi.trust.SessionSeal;
import org.hikeshi.trust.SessionSeal.Session;

/**
 * Becoming another person of the trial with one press, without a password: rules that need two
 * people can be tried by one. Seals the same cookie as signing in does. Exists only in the
 * launcher, which runs trial workspaces only, and only for whoever the trial's door lets in.
 */
public final class SwitchingPerson implements Predicate<Visit> {
    static final String PATH = "/trial/as/";

    private final List<String> people;
    private final SessionSeal seal;
    private final String origin;
    private final Clock clock;
    private final Look look;

    /**
     * @param people staff ids
     * @param origin as browsers name it in their {@code Origin} header
     */
    public SwitchingPerson(
            List<String> people, SessionSeal seal, String origin, Clock clock, Look look) {
        this.people = List.copyOf(people);
        this.seal = seal;
        this.origin = origin;
        this.clock = clock;
        this.look = look;
    }

    @Override
    public boolean test(Visit visit) {
        String person = String.valueOf(visit.request().path()).substring(PATH.length());
        if (!people.contains(person) || sentByAnotherSite(visit)) {
            Refusals.NOT_FOUND.to(visit, look);
            return true;
        }
        Instant now = clock.instant();
        String cookie =
                SessionSeal.COOKIE
                        + "="
                        + seal.seal(new Session(person, now, now))
                        + "; Path=/; HttpOnly; SameSite=Lax"
                        + (origin.startsWith("https:") ? "; Secure" : "");
        visit.response(303, "text/plain")
                .putHeader("Set-Cookie", cookie)
                .putHeader("Location", "/desk")
                .end();
        return true;
    }

    private boolean sentByAnotherSite(Visit visit) {
        String site = visit.request().getHeader("Sec-Fetch-Site");
        String from = visit.request().getHeader("Origin");
        return (site != null && !Set.of("same-origin", "none").contains(site))
                || (from != null && !from.equals(origin));
    }

    /** A button for each person, as HTML. */
    String buttons(Tongue tongue) {
        return people.stream()
                .map(
                        person ->
                                "<form class=\"inline-form\" method=\"post\" action=\"%s%s\"><button type=\"submit\">%s <code>%s</code></button></form>"
                                        .formatted(
                                                PATH,
                                                Look.text(person),
                                                Look.text(role(person, tongue)),
                                                Look.text(person)))
                .collect(Collectors.joining("\n"));
    }

    private static String role(String person, Tongue tongue) {
        return switch (person.replaceFirst("-2$", "")) {
            case "security-office" -> tongue.say("Security office", "窓口");
            case "developer" -> tongue.say("Developer", "開発");
            case "supply-chain" -> tongue.say("Supply chain", "調達");
            case "communications" -> tongue.say("Communications", "広報");
            case "legal" -> tongue.say("Legal", "法務");
            case "it-operations" -> tongue.say("Operations", "運用");
            case "auditor" -> tongue.say("Auditor", "監査");
            case "qa" -> "QA";
            case "ciso" -> "CISO";
            default -> "";
        };
    }
}
