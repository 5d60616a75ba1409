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

    private static final String API = "/api/";

    private final SignInAge ages;
    private final AccessTokens tokens;

    StaffIdentities(SignInAge ages, AccessTokens tokens) {
        this.ages = ages;
        this.tokens = tokens;
    }

    /** Where it is not known what is asked for, no token opens anything. */
    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity, AuthenticationRequestContext context) {
        return augment(identity, context, Map.of());
    }

    /**
     * Pages know a person by the session alone, the API by the session or an access token. Who has
     * none of the roles is nobody here, wherever they ask: only the pages of sign-in know them, to
     * say so.
     */
    @Override
    public Uni<SecurityIdentity> augment(
            SecurityIdentity identity,
            AuthenticationRequestContext context,
            Map<String, Object> attributes) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        RoutingContext request = HttpSecurityUtils.getRoutingContextAttribute(attributes);
        if (request == null || !proven(identity, token, request)) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        SecurityIdentity known = known(identity, StaffToken.of(token));
        boolean signIn = request.request().path().startsWith("/sign-");
        return known.getRoles().isEmpty() && !signIn
                ? Uni.createFrom().failure(new AuthenticationFailedException())
                : Uni.createFrom().item(known);
    }

    private boolean proven(SecurityIdentity identity, JsonWebToken token, RoutingContext request) {
        boolean session = identity.getCredential(IdTokenCredential.class) != null;
        return session
                ? ages.lives(token, StaffToken.of(token).name(), request)
                : request.request().path().startsWith(API) && tokens.open(token);
    }

    private static SecurityIdentity known(SecurityIdentity identity, StaffToken token) {
        QuarkusSecurityIdentity.Builder staff =
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(token)
                        .addAttributes(identity.getAttributes())
                        .addCredentials(identity.getCredentials());
        if (token.getClaim("preferred_username") instanceof String shown) {
            staff.addAttribute(Visit.SHOWN_NAME, shown);
        }
        identity.getRoles().stream().filter(ROLES::contains).forEach(staff::addRole);
        return staff.build();
    }
}
