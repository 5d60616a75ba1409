package org.hikeshi.web.signin;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hikeshi.web.people.LocalIdentities;

/** The session cookie as proof of who asks; the same person as HTTP Basic would give. */
@ApplicationScoped
class SessionSignIn implements HttpAuthenticationMechanism {

    private final Sessions sessions;

    SessionSignIn(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager identities) {
        return sessions.of(request)
                .map(
                        session -> {
                            sessions.prolong(request, session);
                            return Uni.createFrom().item(LocalIdentities.of(session.person()));
                        })
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    /** None of its own: pages lead to the form, APIs say what they take. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of();
    }
}
