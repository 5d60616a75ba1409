package org.hikeshi.launcher.trial;

import io.vertx.core.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hikeshi.launcher.origin.Visit;
import org.hikeshi.parts.Secrets;

/**
 * Who may see the trial's pages: whoever opened the start link (works once, leaves a cookie that
 * stays valid over restarts), or any local person by HTTP Basic.
 */
public final class TrialDoor {
    private static final String COOKIE = "hikeshi-trial";

    private final byte[] secret;
    private final Properties people = new Properties();
    private String startToken = Secrets.random();

    public TrialDoor(Path secretFile, Path peopleFile) throws IOException {
        this.secret = Secrets.keptIn(secretFile).getBytes(StandardCharsets.UTF_8);
        try (var in = Files.newBufferedReader(peopleFile)) {
            people.load(in);
        }
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
                + "; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000";
    }

    boolean admits(Visit visit) {
        Cookie cookie = visit.request().getCookie(COOKIE);
        return (cookie != null && genuine(cookie.getValue()))
                || byName(visit.request().getHeader("Authorization"));
    }

    private boolean genuine(String value) {
        int dot = value.indexOf('.');
        return dot > 0 && same(mac(value.substring(0, dot)), value.substring(dot + 1));
    }

    private boolean byName(@org.jspecify.annotations.Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return false;
        }
        try {
            String both =
                    new String(
                            Base64.getDecoder().decode(header.substring(6).strip()),
                            StandardCharsets.UTF_8);
            int colon = both.indexOf(':');
            String password =
                    colon < 0 ? null : people.getProperty(both.substring(0, colon) + ".password");
            return password != null && same(password, both.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Names of the local people, without their passwords. */
    public List<String> people() {
        return people.stringPropertyNames().stream()
                .filter(line -> line.endsWith(".password"))
                .map(line -> line.substring(0, line.length() - ".password".length()))
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
