package org.hikeshi.trust;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens by which services call each other: JWT (RFC 7519) signed with EdDSA (RFC 8037) by the
 * service's own key, {@code sub} the caller, {@code aud} the called, living 60 seconds, good for
 * one call. Safe for many threads. The guard against replay is per process: with several replicas a
 * stolen token is good once at each.
 */
public final class ServiceTokens {

    static final Duration LIFE = Duration.ofSeconds(60);

    /** How far two machines' clocks may differ. */
    static final Duration SKEW = Duration.ofSeconds(10);

    private final ServiceIdentity identity;
    private final Clock clock;
    private final SpentTokens spent = new SpentTokens();

    public ServiceTokens(ServiceIdentity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    /** A token for one call to {@code audience}. */
    public String issue(String audience) {
        Instant now = clock.instant();
        return Jwt.sign(
                identity.key(),
                new Jwt.Claims(
                        identity.service(),
                        audience,
                        UUID.randomUUID().toString(),
                        now.getEpochSecond(),
                        now.plus(LIFE).getEpochSecond()));
    }

    /** Judges a token shown to {@code expectedAudience}, and spends it if it is good. */
    public TokenVerdict check(String token, String expectedAudience) {
        Optional<Jwt> parsed = Jwt.parse(token);
        if (parsed.isEmpty()) {
            return new TokenVerdict.Rejected(TokenVerdict.Reason.MALFORMED);
        }
        Jwt jwt = parsed.get();
        Instant now = clock.instant();
        Optional<TokenVerdict.Reason> objection =
                jwt.isEdDsa()
                        ? objection(jwt, expectedAudience, now)
                        : Optional.of(TokenVerdict.Reason.WRONG_ALGORITHM);
        return objection
                .<TokenVerdict>map(TokenVerdict.Rejected::new)
                .orElseGet(() -> new TokenVerdict.Accepted(jwt.claims().sub(), jwt.claims().jti()));
    }

    private Optional<TokenVerdict.Reason> objection(Jwt jwt, String audience, Instant now) {
        Jwt.Claims claims = jwt.claims();
        Verdict verdict =
                identity.directory()
                        .verify(jwt.kid(), claims.sub(), now, jwt.signedBytes(), jwt.signature());
        return switch (verdict) {
            case UNKNOWN_KEY -> Optional.of(TokenVerdict.Reason.UNKNOWN_KEY);
            case BAD_SIGNATURE -> Optional.of(TokenVerdict.Reason.BAD_SIGNATURE);
            case WRONG_SERVICE, OUT_OF_TIME, COMPROMISED ->
                    Optional.of(TokenVerdict.Reason.KEY_NOT_VALID);
            case VALID -> objectionToClaims(claims, audience, now);
        };
    }

    private Optional<TokenVerdict.Reason> objectionToClaims(
            Jwt.Claims claims, String audience, Instant now) {
        if (!claims.aud().equals(audience)) {
            return Optional.of(TokenVerdict.Reason.WRONG_AUDIENCE);
        }
        if (!claims.livesAt(now, LIFE, SKEW)) {
            return Optional.of(TokenVerdict.Reason.EXPIRED);
        }
        Instant forgetAt = Instant.ofEpochSecond(claims.exp()).plus(SKEW);
        return spent.spend(claims.sub() + "/" + claims.jti(), forgetAt, now)
                ? Optional.empty()
                : Optional.of(TokenVerdict.Reason.REPLAYED);
    }
}
