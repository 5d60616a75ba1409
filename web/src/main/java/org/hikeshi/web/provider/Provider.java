package org.hikeshi.web.provider;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hikeshi.web.Origin;
import org.jspecify.annotations.Nullable;

/** The identity provider as the sign-in page uses it: who came from there, and the way there. */
@Singleton
public class Provider {

    static final String COOKIES = "q_session";
    private static final String PARTS = COOKIES + "_chunk_";
    private static final Pattern PART = Pattern.compile(PARTS + "[0-9]{1,3}");
    private static final String BEGUN = "q_auth";

    /* Each is half a kilobyte, and a request has room for sixteen. */
    private static final int MOST_BEGUN = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Optional<URI> server;
    private final String client;
    private final Origin origin;
    private final OidcAuthenticationMechanism mechanism;
    private final CurrentIdentityAssociation identity;
    private final TenantConfigBean tenants;

    Provider(
            @ConfigProperty(name = "hikeshi.oidc.server") Optional<URI> server,
            @ConfigProperty(name = "quarkus.oidc.client-id") Optional<String> client,
            Origin origin,
            OidcAuthenticationMechanism mechanism,
            CurrentIdentityAssociation identity,
            TenantConfigBean tenants) {
        this.tenants = tenants;
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

    /**
     * Scheme and host of each place where the provider receives people, for the headers that name
     * where a form may lead: the provider itself and, once it has said so, where it signs in and
     * out. Empty without provider.
     */
    public Set<String> addresses() {
        if (server.isEmpty()) {
            return Set.of();
        }
        Stream<@Nullable String> named =
                places().stream()
                        .flatMap(at -> Stream.of(at.getAuthorizationUri(), at.getEndSessionUri()));
        return Stream.concat(server.stream(), named.filter(Objects::nonNull).map(URI::create))
                .map(at -> at.getScheme() + "://" + at.getRawAuthority())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /* Empty until the provider has said so. */
    private Optional<OidcConfigurationMetadata> places() {
        TenantConfigContext context = tenants.getDefaultTenant();
        return context.ready() ? Optional.ofNullable(context.getOidcMetadata()) : Optional.empty();
    }

    /**
     * Hides parts of a session that the framework never gave: it numbers them, and stumbles over
     * anything else at every address.
     */
    public void hidesForeignParts(RoutingContext request) {
        request.request().cookies().stream()
                .map(Cookie::getName)
                .filter(name -> name.startsWith(PARTS) && !PART.matcher(name).matches())
                .toList()
                .forEach(name -> request.response().removeCookies(name, false));
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
        forgetTheOldest(request);
        ChallengeData way = mechanism.getChallenge(request).await().atMost(PATIENCE);
        return way == null
                ? Optional.empty()
                : way.getHeaders().entrySet().stream()
                        .filter(header -> "location".contentEquals(header.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /**
     * Sign-ins that were begun and broken off leave a cookie each; the oldest go, so that no
     * browser ends with more cookies than a request has room for.
     */
    private void forgetTheOldest(RoutingContext request) {
        // Browsers send those made earlier first (RFC 6265 §5.4).
        List<String> begun =
                request.request().cookies().stream()
                        .map(Cookie::getName)
                        .filter(name -> name.startsWith(BEGUN))
                        .toList();
        begun.stream()
                .limit(Math.max(0, begun.size() + 1L - MOST_BEGUN))
                .forEach(name -> request.response().addCookie(nothing(name)));
    }

    /**
     * Takes the session's cookies back, whatever the provider answers, and says where it ends its
     * own session, for all who rely on it (OpenID Connect RP-Initiated Logout 1.0). That one may
     * live on when ours is over already; then the provider asks whom it was of. Empty if the
     * provider never answered or has no such place.
     *
     * @param local whether a session of ours, without the provider, was ended here; if it was the
     *     only one, the provider is not bothered
     */
    public Optional<String> exit(RoutingContext request, boolean local) {
        Optional<SecurityIdentity> leaving = whoeverIsKnown();
        for (Cookie one : List.copyOf(request.request().cookies())) {
            if (one.getName().startsWith(COOKIES)) {
                request.response().addCookie(nothing(one.getName()));
            }
        }
        Optional<IdTokenCredential> proof =
                leaving.map(person -> person.getCredential(IdTokenCredential.class));
        return local && proof.isEmpty()
                ? Optional.empty()
                : places().map(OidcConfigurationMetadata::getEndSessionUri)
                        .map(place -> end(place, proof));
    }

    /** Whoever the request's session is of; nobody too while the provider cannot be asked. */
    public Optional<SecurityIdentity> whoeverIsKnown() {
        try {
            return person();
        } catch (OIDCException | TimeoutException unreachable) {
            return Optional.empty();
        }
    }

    private String end(String place, Optional<IdTokenCredential> proof) {
        return place
                + (place.contains("?") ? "&" : "?")
                + "client_id="
                + encoded(client)
                + proof.map(token -> "&id_token_hint=" + encoded(token.getToken())).orElse("")
                + "&post_logout_redirect_uri="
                + encoded(origin.link("/sign-out"));
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
