package org.hikeshi.web.provider;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.web.Origin;

/** The identity provider as the sign-in page uses it: who came from there, and the way there. */
@Singleton
public class Provider {

    private static final String COOKIES = "q_session";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<URI> server;
    private final String client;
    private final Origin origin;
    private final OidcAuthenticationMechanism mechanism;
    private final CurrentIdentityAssociation identity;

    Provider(
            @ConfigProperty(name = "hikeshi.oidc.server") Optional<URI> server,
            @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> client,
            Origin origin,
            OidcAuthenticationMechanism mechanism,
            CurrentIdentityAssociation identity) {
        this.server = server;
        this.client = client.orElse("");
        this.origin = origin;
        this.mechanism = mechanism;
        this.identity = identity;
    }

    /** Whether people sign in with a provider here. */
    public boolean connected() {
        return server.isPresent();
    }

    /** Scheme and host of the provider, for the headers that name where a form may lead. */
    public Optional<String> address() {
        return server.map(at -> at.getScheme() + "://" + at.getRawAuthority());
    }

    /**
     * Whoever the request's session is of; empty if nobody's, or if it is over. What the framework
     * answers itself, the way back from the provider, is thrown on.
     */
    public Optional<SecurityIdentity> person() {
        try {
            SecurityIdentity known = identity.getDeferredIdentity().await().atMost(PATIENCE);
            return known.isAnonymous() ? Optional.empty() : Optional.of(known);
        } catch (AuthenticationFailedException | AuthenticationCompletionException over) {
            return Optional.empty();
        }
    }

    /** The provider's address that begins a sign-in; empty where it would only go in circles. */
    public Optional<String> entrance(RoutingContext request) {
        ChallengeData way = mechanism.getChallenge(request).await().atMost(PATIENCE);
        return way == null
                ? Optional.empty()
                : way.getHeaders().entrySet().stream()
                        .filter(header -> "location".contentEquals(header.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /**
     * Takes the session's cookies back, whatever the provider answers, and says where it ends its
     * own session, for all who rely on it (OpenID Connect RP-Initiated Logout 1.0); empty if it
     * does not answer or has no such place.
     */
    public Optional<String> exit(RoutingContext request) {
        Optional<SecurityIdentity> leaving = whoeverIsKnown();
        for (Cookie one : List.copyOf(request.request().cookies())) {
            if (one.getName().startsWith(COOKIES)) {
                request.response().addCookie(nothing(one.getName()));
            }
        }
        return leaving.flatMap(this::end);
    }

    private Optional<SecurityIdentity> whoeverIsKnown() {
        try {
            return person();
        } catch (OIDCException | TimeoutException unreachable) {
            return Optional.empty();
        }
    }

    private Optional<String> end(SecurityIdentity person) {
        OidcConfigurationMetadata places = person.getAttribute("configuration-metadata");
        IdTokenCredential proof = person.getCredential(IdTokenCredential.class);
        String place = places == null ? null : places.getEndSessionUri();
        if (place == null || proof == null) {
            return Optional.empty();
        }
        return Optional.of(
                place
                        + (place.contains("?") ? "&" : "?")
                        + "client_id="
                        + encoded(client)
                        + "&id_token_hint="
                        + encoded(proof.getToken())
                        + "&post_logout_redirect_uri="
                        + encoded(origin.link("/sign-out")));
    }

    private Cookie nothing(String name) {
        return Cookie.cookie(name, "")
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(origin.https())
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
