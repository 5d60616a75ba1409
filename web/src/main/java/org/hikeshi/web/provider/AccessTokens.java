package org.hikeshi.web.provider;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Tells a token that is a key to the API from one that tells a client who came. Both are signed by
 * the same provider, often for the same audience, and a renewed ID token may carry no mark of its
 * own: so a key must say that it is one, and may not look like the other kind.
 */
@Singleton
class AccessTokens {

    /* Only ID tokens speak of the sign-in to which they answer (OpenID Connect Core §2, §3.3). */
    private static final Set<String> OF_SIGN_IN = Set.of("nonce", "at_hash", "c_hash", "s_hash");

    /* What was granted, and to which program: RFC 9068 §2.2 and what came before it. */
    private static final Set<String> OF_A_GRANT = Set.of("scope", "scp", "client_id");

    private final Set<String> audience;

    AccessTokens(@ConfigProperty(name = "hikeshi.oidc.audience") Optional<String> audience) {
        this.audience = ProviderSettings.names(audience.orElse(""));
    }

    /** Whether a token, found sound by the framework, opens the API. */
    boolean open(JsonWebToken token) {
        return claims(token).noneMatch(OF_SIGN_IN::contains)
                && !"ID".equals(token.getClaim("typ"))
                && saysSo(token)
                && (audience.isEmpty() || audience(token).anyMatch(audience::contains));
    }

    private static boolean saysSo(JsonWebToken token) {
        return claims(token).anyMatch(OF_A_GRANT::contains)
                || "Bearer".equals(token.getClaim("typ"))
                || "access".equals(token.getClaim("token_use"))
                || header(token.getRawToken()).contains("\"at+jwt\"")
                || header(token.getRawToken()).contains("\"application/at+jwt\"");
    }

    private static Stream<String> claims(JsonWebToken token) {
        return token.getClaimNames().stream();
    }

    private static Stream<String> audience(JsonWebToken token) {
        Set<String> named = token.getAudience();
        return named == null ? Stream.of() : named.stream();
    }

    /* Without spaces, in small letters: a value of "typ" is compared without case (RFC 7515 §4.1.9). */
    private static String header(@Nullable String raw) {
        if (raw == null || raw.indexOf('.') < 0) {
            return "";
        }
        byte[] header = Base64.getUrlDecoder().decode(raw.substring(0, raw.indexOf('.')));
        return new String(header, StandardCharsets.UTF_8)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }
}
