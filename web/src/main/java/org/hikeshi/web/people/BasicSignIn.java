package org.hikeshi.web.people;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.PasswordCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** HTTP Basic for API paths; any other path or scheme is none of its business. */
@ApplicationScoped
class BasicSignIn implements HttpAuthenticationMechanism {

    private static final String SCHEME = "Basic ";

    private final People people;

    BasicSignIn(People people) {
        this.people = people;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            RoutingContext request, IdentityProviderManager identities) {
        String given = request.request().getHeader("Authorization");
        if (given == null
                || people.none()
                || !given.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || !request.request().path().startsWith("/api/")) {
            return Uni.createFrom().nullItem();
        }
        int colon;
        String plain;
        try {
            byte[] decoded = Base64.getDecoder().decode(given.substring(SCHEME.length()).strip());
            plain = new String(decoded, StandardCharsets.UTF_8);
            colon = plain.indexOf(':');
        } catch (IllegalArgumentException notBase64) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        if (colon < 1) {
            return Uni.createFrom().failure(new AuthenticationFailedException());
        }
        return identities.authenticate(
                HttpSecurityUtils.setRoutingContextAttribute(
                        new UsernamePasswordAuthenticationRequest(
                                plain.substring(0, colon),
                                new PasswordCredential(plain.substring(colon + 1).toCharArray())),
                        request));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom()
                .item(
                        new ChallengeData(
                                HttpResponseStatus.UNAUTHORIZED.code(),
                                "WWW-Authenticate",
                                "Basic realm=\"hikeshi\", charset=\"UTF-8\""));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(UsernamePasswordAuthenticationRequest.class);
    }
}
