package org.hikeshi.web.provider;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hikeshi.web.Visit;

/**
 * Makes of a token that the framework found sound what the house knows of a person: a staff id and
 * those of the nine roles that it names; whatever else it says is left out.
 */
@Singleton
class StaffIdentities implements SecurityIdentityAugmentor {

    /** The roles of the design (§5); no other one means anything here. */
    static final Set<String> ROLES =
            Set.of(
                    "ciso",
                    "security-office",
                    "developer",
                    "qa",
                    "supply-chain",
                    "communications",
                    "legal",
                    "it-operations",
                    "auditor");

    private static final Duration LONGEST = Duration.ofSeconds(ProviderSettings.LONGEST_SECONDS);

    private final InstantSource clock = InstantSource.system();

    /**
     * Who has none of the roles is nobody here, wherever they ask: only the pages of sign-in know
     * them, to say so.
     */
    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity,
            AuthenticationRequestContext context,
            Map<String, Object> attributes) {
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        boolean signIn = request != null && request.request().path().startsWith("/sign-");
        return augment(identity, context)
                .onItem()
                .transformToUni(
                        known ->
                                known.getPrincipal() instanceof StaffToken
                                                && known.getRoles().isEmpty()
                                                && !signIn
                                        ? Uni.createFrom()
                                                .failure(new AuthenticationFailedException())
                                        : Uni.createFrom().item(known));
    }

    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        boolean session = identity.getCredential(IdTokenCredential.class) != null;
        if (session ? tooOld(token, clock.instant()) : forSignInOnly(token)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        QuarkusSecurityIdentity.Builder staff =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(StaffToken.of(token))
                        .addAttributes(identity.getAttributes())
                        .addCredentials(identity.getCredentials());
        if (token.getClaim("preferred_username") instanceof String shown) {
            staff.addAttribute(Visit.SHOWN_NAME, shown);
        }
        identity.getRoles().stream().filter(ROLES::contains).forEach(staff::addRole);
        return Uni.createFrom().item(staff.build());
    }

    /** Twelve hours after the person proved who it is, whatever the provider goes on to renew. */
    static boolean tooOld(JsonWebToken token, Instant now) {
        // Asked for by its name alone, a time that is not there reads as 1970.
        return token.getClaimNames().contains("auth_time")
                && token.getClaim("auth_time") instanceof Number since
                && now.isAfter(Instant.ofEpochSecond(since.longValue()).plus(LONGEST));
    }

    /**
     * An ID token tells a client who came; it is no key to an API, though its audience is ours (RFC
     * 9068 §5).
     */
    static boolean forSignInOnly(JsonWebToken token) {
        return "ID".equals(token.getClaim("typ"))
                || token.containsClaim("nonce")
                || token.containsClaim("at_hash");
    }
}
