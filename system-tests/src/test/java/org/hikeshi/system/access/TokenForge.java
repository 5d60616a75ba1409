package org.hikeshi.system.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hikeshi.trust.SigningKey;

/**
 * Tokens as services issue them, and as somebody would who has some keys and no right.
 *
 * @param keys of the services, as a thief would hold them
 * @param retired a key of the notifier whose time is over, in the directory
 */
public record TokenForge(Map<String, SigningKey> keys, SigningKey retired) {
    /** Every kind of token that must not be taken, by what is wrong with it. */
    Map<String, String> bad(Endpoint endpoint) {
        String caller = endpoint.callers().iterator().next();
        String audience = endpoint.service();
        String good = token(caller, audience, 0);
        String unsigned = good.substring(0, good.lastIndexOf('.') + 1);
        String elsewhere = audience.equals("intake") ? "release" : "intake";
        Map<String, String> all = new LinkedHashMap<>();
        all.put("nothing", "");
        all.put("no token", "x.y.z");
        all.put("its signature stripped", unsigned);
        all.put("two parts only", unsigned.substring(0, unsigned.length() - 1));
        all.put("alg none", none(caller, audience));
        all.put("alg none, signed", signed("none", key(caller), caller, audience, 0));
        all.put("another audience", token(caller, elsewhere, 0));
        all.put("an expired one", token(caller, audience, -71));
        all.put("one of tomorrow", token(caller, audience, 86_400));
        all.put("one that lives for a day", longLived(caller, audience));
        all.put(
                "an unknown kid",
                signed("EdDSA", key(caller).named("nobody-1"), caller, audience, 0));
        all.put(
                "the kid of another",
                signed(
                        "EdDSA",
                        key("launcher-thief").named(key(caller).kid()),
                        caller,
                        audience,
                        0));
        all.put("a retired key", signed("EdDSA", retired, "notifier", audience, 0));
        keys.keySet().stream()
                .filter(service -> !endpoint.callers().contains(service))
                .forEach(service -> all.put(service + "'s own", token(service, audience, 0)));
        keys.keySet().stream()
                .filter(service -> !service.equals(caller))
                .forEach(
                        service ->
                                all.put(
                                        service + "'s in another's name",
                                        signed("EdDSA", key(service), caller, audience, 0)));
        return all;
    }

    /** Signed with a key of somebody's choice. */
    String by(SigningKey key, String caller, String audience) {
        return signed("EdDSA", key, caller, audience, 0);
    }

    private SigningKey key(String service) {
        SigningKey known = keys.get(service);
        return known == null ? SigningKey.generate(service) : known;
    }

    /**
     * As the caller would issue it.
     *
     * @param seconds from now to its beginning
     */
    String token(String caller, String audience, long seconds) {
        return signed("EdDSA", key(caller), caller, audience, seconds);
    }

    private static String none(String caller, String audience) {
        long now = Instant.now().getEpochSecond();
        return part("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"\"}")
                + "."
                + part(claims(caller, audience, now, now + 60))
                + ".";
    }

    private String longLived(String caller, String audience) {
        long now = Instant.now().getEpochSecond();
        return signed("EdDSA", key(caller), claims(caller, audience, now, now + 86_400));
    }

    private static String signed(
            String alg, SigningKey key, String caller, String audience, long seconds) {
        long now = Instant.now().getEpochSecond() + seconds;
        return signed(alg, key, claims(caller, audience, now, now + 60));
    }

    private static String signed(String alg, SigningKey key, String claims) {
        String head = "{\"alg\":\"%s\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(alg, key.kid());
        String both = part(head) + "." + part(claims);
        return both
                + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(key.sign(both.getBytes(UTF_8)));
    }

    private static String claims(String caller, String audience, long issued, long expires) {
        return "{\"sub\":\"%s\",\"aud\":\"%s\",\"jti\":\"%s\",\"iat\":%d,\"exp\":%d}"
                .formatted(caller, audience, UUID.randomUUID(), issued, expires);
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
