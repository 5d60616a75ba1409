package org.hikeshi.launcher.trial;

import io.vertx.core.http.Cookie;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hikeshi.launcher.origin.Refusals;
import org.hikeshi.launcher.origin.Visit;
import org.hikeshi.parts.Secrets;
import org.hikeshi.trust.signin.Brake;
import org.hikeshi.trust.signin.KnownAddresses;
import org.jspecify.annotations.Nullable;

/**
 * Who may see the trial's pages: whoever opened the start link (works once, leaves a cookie that
 * stays valid over restarts), or any local person by HTTP Basic. Guessing is braked as it is at the
 * services: per name, with a brake of its own for addresses from which the person signed in before.
 */
public final class TrialDoor {
    private static final String COOKIE = "hikeshi-trial";
    private static final String PASSWORD = ".password";

    private final byte[] secret;
    private final String origin;
    private final Properties people = new Properties();
    private final KnownAddresses addresses = new KnownAddresses();
    private final Brake anywhere;
    private final Brake itsAddress;
    private String startToken = Secrets.random();

    /**
     * @param origin as browsers name it: whether the cookie is for https alone follows from it
     */
    public TrialDoor(Path secretFile, Path peopleFile, String origin, InstantSource clock)
            throws IOException {
        this.secret = Secrets.keptIn(secretFile).getBytes(StandardCharsets.UTF_8);
        this.origin = origin;
        try (var in = Files.newBufferedReader(peopleFile)) {
            people.load(in);
        }
        anywhere = new Brake(clock, this::isPerson);
        itsAddress = new Brake(clock, this::isPerson);
    }

    /** What stands behind {@code ?start=} in the link that the terminal shows. */
    public synchronized String startToken() {
        return startToken;
    }

    /** Takes a start token; the first right one is the only one. */
    synchronized boolean redeem(String given) {
        boolean right = !startToken.isEmpty() && same(startToken, given);
        if (right) {
            startToken = "";
        }
        return right;
    }

    /** Value of a new {@code Set-Cookie}. */
    String newCookie() {
        String id = Secrets.random();
        return COOKIE
                + "="
                + id
                + "."
                + mac(id)
                + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000"
                + (origin.startsWith("https:") ? "; Secure" : "");
    }

    /** Why somebody does not come in; empty if they do. */
    Optional<Refusals> refuses(Visit visit) {
        Cookie cookie = visit.request().getCookie(COOKIE);
        if (cookie != null && genuine(cookie.getValue())) {
            return Optional.empty();
        }
        SocketAddress from = visit.request().remoteAddress();
        String address = from == null ? "" : Objects.requireNonNullElse(from.hostAddress(), "");
        return switch (byName(visit.request().getHeader("Authorization"), address)) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(Refusals.LOCKED);
            case BRAKED -> Optional.of(Refusals.BRAKED);
        };
    }

    private boolean genuine(String value) {
        int dot = value.indexOf('.');
        return dot > 0 && same(mac(value.substring(0, dot)), value.substring(dot + 1));
    }

    private Brake.Outcome byName(@Nullable String header, String address) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Brake.Outcome.WRONG;
        }
        try {
            String both =
                    new String(
                            Base64.getDecoder().decode(header.substring(6).strip()),
                            StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            return colon < 0
                    ? Brake.Outcome.WRONG
                    : judge(both.substring(0, colon), both.substring(colon + 1), address);
        } catch (IllegalArgumentException e) {
            return Brake.Outcome.WRONG;
        }
    }

    Brake.Outcome judge(String name, String password, String address) {
        boolean right = same(people.getProperty(name + PASSWORD, ""), password) && isPerson(name);
        Brake brake = addresses.knows(name, address) ? itsAddress : anywhere;
        Brake.Outcome outcome = brake.judge(name, right);
        if (outcome == Brake.Outcome.RIGHT) {
            addresses.signedIn(name, address);
        }
        return outcome;
    }

    /* As at the services, an empty password is nobody's. */
    private boolean isPerson(String name) {
        return !people.getProperty(name + PASSWORD, "").isBlank();
    }

    /** Names of the local people, without their passwords. */
    public List<String> people() {
        return people.stringPropertyNames().stream()
                .filter(line -> line.endsWith(PASSWORD))
                .map(line -> line.substring(0, line.length() - PASSWORD.length()))
                .filter(this::isPerson)
                .sorted()
                .toList();
    }

    private String mac(String id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
